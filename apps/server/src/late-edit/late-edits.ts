// Asking the worker about edits that could not enter an answer; what each would do to an answer as it stands is worked out once.
import { WorkerHandle } from '@chancery/workers';
import type { IncomingEdit, LateEdit } from './late-edit.ts';
import type { LateEditRequests } from './late-edit-worker.ts';
import type { Placement, RefusedPlacing } from './place-refused.ts';
import type { Readied, ReadyingProposal } from './ready-proposal.ts';
import type { AuthorStanding } from './standing.ts';

const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
/** What all limits allow takes a second; whatever takes longer is stopped, so that others are not kept waiting. */
const maxMs = 15_000;
/** Characters of what is remembered. */
const maxRemembered = 8 * 1024 * 1024;

/** An edit that does not change any more under this name. */
export interface NamedEdit extends IncomingEdit {
  readonly name: string;
}

/** What it would do, without the content that would be made of it. */
export type EditEffect = Exclude<LateEdit, { status: 'words' }> | Omit<Extract<LateEdit, { status: 'words' }>, 'content'>;

export class LateEdits implements AsyncDisposable {
  readonly #known = new Map<string, EditEffect>();
  #size = 0;
  #worker: WorkerHandle<LateEditRequests> | null = null;

  /** What each edit would do. `document` names what `standing` is of. */
  async effectsOf(document: string, standing: AuthorStanding, edits: readonly NamedEdit[]): Promise<readonly EditEffect[]> {
    const keyOf = ({ name }: NamedEdit) => `${document}\n${standing.epoch}\n${standing.sequence}\n${name}`;
    const unknown = edits.filter((edit) => !this.#known.has(keyOf(edit)));
    const found = unknown.length === 0 ? [] : await this.#running().ask('examine', { standing, edits: unknown }, { maxMs });
    const fresh = new Map(found.map((effect, at) => [unknown[at], withoutContent(effect)]));
    const effects = edits.map((edit) => fresh.get(edit) ?? this.#known.get(keyOf(edit)) ?? ({ status: 'nothing' } as const));
    for (const [edit, effect] of fresh) if (edit !== undefined) this.#remember(keyOf(edit), effect);
    return effects;
  }

  /** Where a refused edit goes. */
  place(asked: RefusedPlacing): Promise<Placement> {
    return this.#running().ask('place', asked, { maxMs });
  }

  /** How a proposal enters its answer. */
  ready(asked: ReadyingProposal): Promise<Readied> {
    return this.#running().ask('ready', asked, { maxMs });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#worker?.[Symbol.asyncDispose]();
  }

  #running(): WorkerHandle<LateEditRequests> {
    if (this.#worker === null || this.#worker.hasEnded) {
      this.#worker = new WorkerHandle<LateEditRequests>(new URL('./late-edit-worker.ts', import.meta.url), { memory });
    }
    return this.#worker;
  }

  #remember(key: string, effect: EditEffect): void {
    if (this.#size > maxRemembered) {
      this.#known.clear();
      this.#size = 0;
    }
    this.#known.set(key, effect);
    this.#size += key.length + (effect.status === 'nothing' ? 0 : effect.brought.added.length + effect.brought.removed.length);
  }
}

function withoutContent(edit: LateEdit): EditEffect {
  return edit.status === 'words' ? { status: edit.status, brought: edit.brought } : edit;
}
