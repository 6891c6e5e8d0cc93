// The client half of the sync protocol (packages/sync/SPEC.md): a tab's one link, and the documents that are open over it. No React, no page:
// time, chance and what carries the bytes are given by what opens a tab, a browser or a test.
export type { Carrier, DocumentAddress } from './document/document-connection.ts';
export { type AnswerAccess, type ConnectionState, type ConnectionEnding, isEditable, type Saving } from './document/connection-state.ts';
export { type FindLost, LiveDocument, type LiveState, type RefusedEdits } from './document/live-document.ts';
export { OpenDocuments } from './document/open-documents.ts';
export { overHttpOnDemand } from './link/on-demand.ts';
export { overSocket } from './link/transport.ts';
export { Tab, type TabParts } from './tab.ts';
