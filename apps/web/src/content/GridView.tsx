// How a grid is read: the printed label of each row before its answer.
import type { GridField, ProseNode, RowId } from '@chancery/domain';
import type { ReactElement } from 'react';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';
import { Nothing } from './LineView.tsx';
import { ProseView } from './ProseView.tsx';

interface GridViewProps {
  readonly field: GridField;
  readonly rows: Readonly<Record<RowId, ProseNode>>;
}

export function GridView({ field, rows }: GridViewProps): ReactElement {
  const { say } = useWords();
  return (
    <table className="printed-grid w-full table-fixed border-collapse text-15 leading-[1.6]">
      <colgroup>
        <col className="w-[28%]" />
        <col />
      </colgroup>
      <thead className={field.hint === null ? 'sr-only' : undefined}>
        <tr>
          <th scope="col" className="border border-line px-3 py-2 text-start font-medium text-ink-soft">
            <span className="sr-only">{say(contentWords.gridRow)}</span>
          </th>
          <th scope="col" className="border border-line px-3 py-2 text-start font-medium text-ink-soft">
            {field.hint ?? say(contentWords.gridAnswer)}
          </th>
        </tr>
      </thead>
      <tbody>
        {field.rows.map(({ id, label }) => {
          const prose = rows[id];
          return (
            <tr key={id}>
              <th scope="row" className="border border-line bg-sunken/50 px-3 py-2 text-start align-top font-medium">
                {label}
              </th>
              <td className="border border-line px-3 py-2 align-top">{prose === undefined ? <Nothing /> : <ProseView prose={prose} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
