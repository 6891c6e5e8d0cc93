export * from './routes.ts';
export type * from './parts.ts';
export type * from './answer.ts';
export { notice } from './round-view.ts';
export type * from './round-view.ts';
export type * from './exchange-view.ts';
export * from './problem.ts';
export * from './endpoints.ts';
export { browsers, systems } from './account-view.ts';
