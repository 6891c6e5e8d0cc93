// The canonical form of tables: rows of cells. Column widths are how somebody's screen showed the table, not content, and are left out.
import type { ProseNode } from '@chancery/domain';
import type { LooseElement, LooseNode } from './loose-node.ts';

const maxSpan = 1000;

/** The rows of a table, or none where no cell is in it. What is no row becomes one; what is no cell becomes one. */
export function rowsOf(nodes: readonly LooseNode[], makeCell: (cell: LooseElement) => ProseNode): ProseNode[] {
  const rows = nodes.map((node): ProseNode => {
    const isRow = node.kind === 'element' && node.name === 'tableRow';
    const cells = (isRow ? node.children : [node]).map((it) => makeCell(asCell(it)));
    return cells.length === 0 ? { type: 'tableRow' } : { type: 'tableRow', content: cells };
  });
  return rows.some((row) => row.content !== undefined) ? rows : [];
}

/** A cell with its blocks and its spans, where they are not the default. */
export function cellOf(cell: LooseElement, content: readonly ProseNode[]): ProseNode {
  const spans = ['colspan', 'rowspan'].flatMap((name) => {
    const span = cell.attrs[name];
    const isKept = typeof span === 'number' && Number.isInteger(span) && span > 1 && span <= maxSpan;
    return isKept ? [[name, span] as const] : [];
  });
  return spans.length === 0 ? { type: cell.name, content } : { type: cell.name, attrs: Object.fromEntries(spans), content };
}

function asCell(node: LooseNode): LooseElement {
  if (node.kind === 'element' && (node.name === 'tableCell' || node.name === 'tableHeader')) return node;
  return { kind: 'element', name: 'tableCell', attrs: {}, children: [node] };
}
