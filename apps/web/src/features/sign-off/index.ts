// Owns what other parts of the web see of signing off an answer.
export { DecisionBar } from './DecisionBar.tsx';
export { DecisionDialog, type TakenDecision } from './DecisionDialog.tsx';
export { type Decision, offeredDecisions, type Situation, stepNow } from './next-decision.ts';
export { useDecision } from './use-decision.ts';
