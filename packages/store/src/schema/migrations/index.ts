// The list of migrations. One that has been released is never changed, moved or removed.
import type { Migration } from '../migration.ts';
import { people } from './0001-people.ts';
import { rounds } from './0002-rounds.ts';
import { answers } from './0003-answers.ts';
import { signOff } from './0004-sign-off.ts';
import { discussion } from './0005-discussion.ts';
import { history } from './0006-history.ts';
import { snapshotPieces } from './0007-snapshot-pieces.ts';
import { vouching } from './0008-vouching.ts';
import { accounts } from './0009-accounts.ts';
import { robustness } from './0010-robustness.ts';
import { commentChanges } from './0013-comment-changes.ts';
import { takenBack } from './0011-taken-back.ts';
import { dueDays } from './0012-due-days.ts';

export const migrations: readonly Migration[] = [
  people,
  rounds,
  answers,
  signOff,
  discussion,
  history,
  snapshotPieces,
  vouching,
  accounts,
  robustness,
  commentChanges,
  takenBack,
  dueDays,
];
