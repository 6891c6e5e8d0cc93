// Owns tables of read-only facts; wide ones scroll inside themselves.
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column<T> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: T) => ReactNode;
  /** The cell that names the row. */
  readonly isRowHeading?: boolean;
  readonly isNumber?: boolean;
}

interface TableProps<T> {
  /** Read aloud; shown only when `isCaptionShown`. */
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
}

export function Table<T>({ caption, isCaptionShown = false, columns, rows, rowKey }: TableProps<T>): ReactElement {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-15 leading-[1.3]">
        <caption className={isCaptionShown ? 'pb-2 text-start text-17 font-semibold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames('px-3 py-2 text-start text-13 font-medium text-ink-soft', column.isNumber && 'text-end')}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }): ReactElement {
  const look = classNames('px-3 py-2.5 text-start align-top', column.isNumber && 'numbers-aligned text-end');
  if (column.isRowHeading) {
    return (
      <th scope="row" className={classNames(look, 'font-medium')}>
        {column.cell(row)}
      </th>
    );
  }
  return <td className={look}>{column.cell(row)}</td>;
}
