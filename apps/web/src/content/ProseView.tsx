// How prose is read: one element for each node of the answer document's schema. A node it does not know is left out around its words.
import type { ProseMark, ProseNode } from '@chancery/domain';
import type { ReactElement, ReactNode } from 'react';
import { AddressLink } from './AddressLink.tsx';
import { ProseTable } from './ProseTable.tsx';

export function ProseView({ prose }: { readonly prose: ProseNode }): ReactElement {
  return <div className="flex flex-col gap-2">{childrenOf(prose)}</div>;
}

function childrenOf(node: ProseNode): readonly ReactNode[] {
  return (node.content ?? []).map((child, index) => <Node key={index} node={child} />);
}

function Node({ node }: { readonly node: ProseNode }): ReactNode {
  switch (node.type) {
    case 'text':
      return markedText(node);
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return (
        <p dir="auto" className="min-h-[1.5em]">
          {childrenOf(node)}
        </p>
      );
    case 'bulletList':
      return <ul className="flex list-disc flex-col gap-1 ps-6 [&_ul]:list-[circle]">{childrenOf(node)}</ul>;
    case 'orderedList':
      return (
        <ol start={numberIn(node, 'start')} className="flex list-decimal flex-col gap-1 ps-7">
          {childrenOf(node)}
        </ol>
      );
    case 'listItem':
      return (
        <li className="ps-1">
          <div className="flex flex-col gap-1">{childrenOf(node)}</div>
        </li>
      );
    case 'blockquote':
      return <blockquote className="flex flex-col gap-2 border-s-3 border-line ps-4 text-ink-soft">{childrenOf(node)}</blockquote>;
    case 'table':
      return <ProseTable table={node} cellOf={childrenOf} />;
    default:
      return <>{childrenOf(node)}</>;
  }
}

function markedText(node: ProseNode): ReactNode {
  return (node.marks ?? []).reduceRight<ReactNode>((inner, mark) => marked(inner, mark), node.text ?? '');
}

function marked(inner: ReactNode, { type, attrs }: ProseMark): ReactNode {
  switch (type) {
    case 'bold':
      return <strong className="font-semibold">{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'underline':
      return <u className="underline-offset-3">{inner}</u>;
    case 'link':
      return <AddressLink href={String(attrs?.['href'] ?? '')}>{inner}</AddressLink>;
    default:
      return inner;
  }
}

/** The attribute where it is a whole number, otherwise undefined. */
function numberIn(node: ProseNode, name: string): number | undefined {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}
