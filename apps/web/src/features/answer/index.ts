// Owns what other features see of an open answer.
export { Difference } from './Difference.tsx';
