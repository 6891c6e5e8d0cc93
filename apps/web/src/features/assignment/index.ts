// What other features may use of assignments.
export { AssignDialog } from './AssignDialog.tsx';
