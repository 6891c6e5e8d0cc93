// Owns what other parts of the web see of an answer's history and people.
export { HistoryPanel } from './HistoryPanel.tsx';
export { PeoplePanel } from './PeoplePanel.tsx';
