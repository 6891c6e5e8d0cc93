// A grid: a real table with the printed rows, each with a text of its own.
import type { GridField } from '@chancery/domain';
import { type ReactElement, useId } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { fieldWords } from '../words.ts';
import { type FieldNames, PlaceEditor } from './PlaceEditor.tsx';

export function GridFieldView({ field, names }: { readonly field: GridField; readonly names: FieldNames }): ReactElement {
  const id = useId();
  const { say } = useWords();
  return (
    <table className="answer-grid" aria-labelledby={names.labelledBy}>
      <colgroup>
        <col className="answer-grid-label" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{say(fieldWords.gridRow)}</th>
          <th scope="col">{say(fieldWords.gridAnswer)}</th>
        </tr>
      </thead>
      <tbody>
        {field.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" id={`${id}-${row.id}`}>
              {row.label}
            </th>
            <td>
              <PlaceEditor
                place={{ field: field.id, row: row.id }}
                kind="prose"
                labelledBy={`${id}-${row.id}`}
                describedBy={names.describedBy}
                isRequired={field.isRequired}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
