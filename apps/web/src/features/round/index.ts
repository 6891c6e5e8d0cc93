// Owns what other parts of the web see of rounds.
export { RoundSettingsDialog } from './RoundSettingsDialog.tsx';
