export * from './frames.ts';
export * from './frame-stream.ts';
