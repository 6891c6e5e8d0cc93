// Which servers are compared, and what has to be known of each to speak with it.

export const serverNames = ['ours-sqlite', 'ours-postgres', 'hocuspocus', 'y-websocket', 'relay'] as const;
export type ServerName = (typeof serverNames)[number];

/** `bare`: y-websocket's messages to a server that replies to none of them. */
export type Dialect = 'y-websocket' | 'hocuspocus' | 'bare';

export interface ServerTraits {
  readonly dialect: Dialect;
  /** How a sender learns that the server has an edit: it says so, it sends the edit back, or not at all. */
  readonly confirmsBy: 'acknowledgement' | 'echo' | 'nothing';
  readonly stores: boolean;
  /** What one connection sends between two commits becomes one update in the log. */
  readonly mergesByConnection: boolean;
}

export const traitsOf: Readonly<Record<ServerName, ServerTraits>> = {
  'ours-sqlite': { dialect: 'y-websocket', confirmsBy: 'acknowledgement', stores: true, mergesByConnection: true },
  'ours-postgres': { dialect: 'y-websocket', confirmsBy: 'acknowledgement', stores: true, mergesByConnection: true },
  hocuspocus: { dialect: 'hocuspocus', confirmsBy: 'acknowledgement', stores: true, mergesByConnection: false },
  'y-websocket': { dialect: 'y-websocket', confirmsBy: 'echo', stores: true, mergesByConnection: false },
  relay: { dialect: 'bare', confirmsBy: 'nothing', stores: false, mergesByConnection: false },
};

export const ours = ['ours-sqlite', 'ours-postgres'] as const satisfies readonly ServerName[];
export const peers = ['hocuspocus', 'y-websocket'] as const satisfies readonly ServerName[];
