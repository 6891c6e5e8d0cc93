export * from './ports.ts';
export * from './close-codes.ts';
