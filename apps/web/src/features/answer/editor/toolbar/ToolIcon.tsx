// The drawings on the toolbar. They are decoration: each button says its name.
import type { ReactElement } from 'react';
import type { ToolName } from './tools.ts';

export type ToolIconName = ToolName | 'more';

const drawings: Readonly<Record<ToolIconName, ReactElement>> = {
  bold: <path d="M6 4h5a3 3 0 0 1 0 6H6zm0 6h6a3 3 0 0 1 0 6H6z" />,
  italic: <path d="M8 4h6M6 16h6M11.5 4l-3 12" />,
  underline: <path d="M6 3.5v6a4 4 0 0 0 8 0v-6M5 17h10" />,
  link: <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3L9.8 6M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l1.1-1.2" />,
  'bulleted-list': <path d="M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01" />,
  'numbered-list': <path d="M8.5 5H17M8.5 10H17M8.5 15H17M3 3.8l1.2-.6V7M2.8 12.2c.3-1.3 2.4-1.2 2.4.1 0 1-1.6 1.6-2.4 2.9h2.6" />,
  quote: <path d="M4 5v10M8 6h9M8 10h9M8 14h6" />,
  table: <path d="M3 4h14v12H3zM3 8h14M3 12h14M10 8v8" />,
  undo: <path d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8" />,
  redo: <path d="m13 4 3.5 3.5L13 11M16 7.5H8.5a4.25 4.25 0 0 0 0 8.5H12" />,
  comment: <path d="M4 4h12v9h-6l-4 3.5V13H4z" />,
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.6" />,
};

export function ToolIcon({ name }: { readonly name: ToolIconName }): ReactElement {
  return (
    <svg className="tool-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
