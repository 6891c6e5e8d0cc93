// Works out what edits that could not enter would do to an answer. A large or hostile one costs this worker its time, never the server.
import { replyWith } from '@chancery/workers';
import { examineLateEdit, type IncomingEdit, type LateEdit } from './late-edit.ts';
import { type Placement, placeRefused, type RefusedPlacing } from './place-refused.ts';
import { type Readied, readyProposal, type ReadyingProposal } from './ready-proposal.ts';
import type { AuthorStanding } from './standing.ts';

export interface LateEditRequests {
  examine(asked: { readonly standing: AuthorStanding; readonly edits: readonly IncomingEdit[] }): readonly LateEdit[];
  place(asked: RefusedPlacing): Placement;
  ready(asked: ReadyingProposal): Readied;
}

replyWith<LateEditRequests>({
  examine: ({ standing, edits }) => edits.map((edit) => examineLateEdit(standing, edit)),
  place: placeRefused,
  ready: readyProposal,
});
