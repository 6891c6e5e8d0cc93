// What the parts of the server share: one value made at the start, passed on, disposed at the end. Only features, the process and commands
// name it; every room below says what it needs in an interface of its own, which this one satisfies.
import type { Store } from '@chancery/store';
import type { Clock, Rooms } from '@chancery/sync';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { Alarms } from './upkeep/alarms.ts';
import type { Meters } from './upkeep/metrics/meters.ts';
import type { LateEdits } from './late-edit/late-edits.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { RedisBus } from './cluster/bus/redis-bus.ts';
import type { RoundWatch } from './cluster/round-watch.ts';
import type { Config } from './config.ts';
import type { AdmittedWriters } from './connection/admitted-writers.ts';
import type { Contents } from './round/contents.ts';
import type { Entrance } from './connection/entrance.ts';
import type { Hub } from './round/hub.ts';
import type { HttpLinks } from './connection/link/http-links.ts';
import type { LinkForwarder } from './connection/link/link-forwarder.ts';
import type { LockKeeping } from './upkeep/lock-keeping.ts';
import type { OpenSockets } from './connection/open-sockets.ts';
import type { RightsVersion } from './round/rights-version.ts';
import type { RoundStates } from './round/round-state.ts';
import type { SignIns } from './sign-in/sign-ins.ts';
import type { PasswordWork } from './sign-in/password.ts';
import type { AddressOf } from './http/client-address.ts';
import type { Turnstile } from './pacing/turnstile.ts';

export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly hub: Hub;
  readonly states: RoundStates;
  readonly contents: Contents;
  readonly signIns: SignIns;
  readonly openSockets: OpenSockets;
  /** Who was let in to which answer with the right to write. */
  readonly writers: AdmittedWriters;
  /** Connections that are not yet admitted. */
  readonly entrance: Entrance;
  /** Links over HTTP that live in this process. */
  readonly httpLinks: HttpLinks;
  /** The way to those that live in another. */
  readonly linkForwarder: LinkForwarder;
  /** Whose address a request counts for. */
  readonly addressOf: AddressOf;
  readonly passwords: PasswordWork;
  /** Work that one person, or one thing, has done once at a time: exports, previews, the settling of a proposal. */
  readonly turns: Turnstile;
  /** The worker that compares edits which could not enter with answers as they stand. */
  readonly lateEdits: LateEdits;
  readonly alarms: Alarms;
  readonly lock: Pick<LockKeeping, 'lost'>;
  /** Id of this server among those of its database, another one at every start. */
  readonly serverId: string;
  /** The other servers of this database. */
  readonly cluster: Cluster;
  /** What carries messages to them; null for one server alone. */
  readonly bus: RedisBus | null;
  /** Follows decisions, this server's own and those of the others. */
  readonly watch: RoundWatch;
  readonly rights: RightsVersion;
  readonly meters: Meters;
  readonly processFigures: { readonly metrics: readonly Metric[] };
  /** `isDatabaseClosed`: the last step of a stop has begun; a request that is still under way has been overtaken. */
  readonly life: { isStopping: boolean; isDatabaseClosed: boolean };
  /** False when the sign-in with this hash has ended or run out. */
  isSignInAlive(signIn: string): Promise<boolean>;
}
