// How a table inside an answer is read; a wide one scrolls inside itself.
import type { ProseNode } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { contentWords } from './words.ts';
import { useWords } from '../words/use-words.ts';

interface ProseTableProps {
  readonly table: ProseNode;
  readonly cellOf: (cell: ProseNode) => readonly ReactNode[];
}

export function ProseTable({ table, cellOf }: ProseTableProps): ReactElement {
  const { say } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section aria-label={say(contentWords.tableInAnswer)} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className="border-collapse text-15 leading-[1.6]">
        <tbody>
          {(table.content ?? []).map((row, rowAt) => (
            <tr key={rowAt}>
              {(row.content ?? []).map((cell, cellAt) => (
                <Cell key={cellAt} cell={cell}>
                  {cellOf(cell)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, children }: { readonly cell: ProseNode; readonly children: ReactNode }): ReactElement {
  const Tag = cell.type === 'tableHeader' ? 'th' : 'td';
  return (
    <Tag
      {...spansOf(cell)}
      className="min-w-24 border border-line px-2.5 py-1.5 text-start align-top font-normal [th&]:bg-sunken/50 [th&]:font-semibold"
    >
      {children}
    </Tag>
  );
}

function spansOf({ attrs }: ProseNode): { readonly colSpan?: number; readonly rowSpan?: number } {
  const { colspan, rowspan } = attrs ?? {};
  return {
    ...(typeof colspan === 'number' ? { colSpan: colspan } : {}),
    ...(typeof rowspan === 'number' ? { rowSpan: rowspan } : {}),
  };
}
