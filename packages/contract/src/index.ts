export * from './routes.ts';
export * from './parts.ts';
export * from './answer.ts';
export * from './round-view.ts';
export * from './exchange-view.ts';
export * from './problem.ts';
export * from './endpoints.ts';
