export * from './id.ts';
export * from './questionnaire/questionnaire.ts';
export * from './questionnaire/content.ts';
export * from './questionnaire/place.ts';
export * from './questionnaire/visible.ts';
export { listTitles } from './questionnaire/list-title.ts';
export { type Actor, hasRole, type Membership, type Role, roles, rolesInOrder, type Standing } from './round/membership.ts';
export * from './round/round.ts';
export * from './round/assignment.ts';
export * from './round/day.ts';
export type * from './refusal.ts';
export {
  checkNewPassword,
  type CommonPasswords,
  commonPasswordsOf,
  normalizePassword,
  passwordLength,
  tellingWords,
} from './account/password.ts';
export * from './account/account.ts';
export * from './answer/thread.ts';
export * from './answer/answer-status.ts';
export { type AnswerStage, answerStage, stages } from './answer/answer-stage.ts';
export {
  type AccessFacts,
  agencyMayRead,
  type AnswerAction,
  can,
  canInRound,
  isCoordinator,
  readsAnswers,
  type RoundAction,
} from './round/permission.ts';
export * from './round/granting.ts';
export { checkName } from './round/resembling-names.ts';
export * from './answer/sign-off.ts';
export { type ReturnReason, returnReasons, type TakenBack } from './answer/taken-back.ts';
export {
  hasRoomForProposal,
  isKept,
  maxProposalSize,
  type ProposalReason,
  proposalReasons,
  reasonOfSettlement,
  type RefusedText,
  sizeOfProposal,
} from './answer/proposal.ts';
export * from './record/record-entry.ts';
export * from './answer/next-step.ts';
export * from './record/declaration.ts';
