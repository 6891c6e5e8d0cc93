// What the bench asks of a load process, and what it replies.

import type { ServerTraits } from '../servers/names.ts';

export interface Target {
  readonly port: number;
  readonly traits: ServerTraits;
  /** Numbers of the documents: each load process has its own. */
  readonly documents: readonly number[];
  readonly wordsInAll: number;
}

/** Writes the first content into every document. */
export interface FillJob extends Target {
  readonly kind: 'fill';
}

/** Editors type at a steady pace, from the start of the window until its end or until the server is gone. */
export interface TypeJob extends Target {
  readonly kind: 'type';
  readonly editors: number;
  readonly editsPerSecond: number;
}

/** Two writers a document type on as soon as the other one has what they typed. */
export interface SaturateJob extends Target {
  readonly kind: 'saturate';
  readonly underWay: number;
}

/** Editors write so many single edits into each document, one after the other: each as an edit of its own to the server. */
export interface WriteJob extends Target {
  readonly kind: 'write';
  readonly editors: number;
  readonly edits: number;
}

/** Opens each document and holds it open until it is told to stop. */
export interface HoldJob extends Target {
  readonly kind: 'hold';
}

/** Clients open the documents all at once; done when each holds `length` characters. */
export interface JoinJob extends Target {
  readonly kind: 'join';
  readonly clientsEach: number;
  readonly length: number;
}

/** Reads how many characters of each client id every document holds. */
export interface ReadBackJob extends Target {
  readonly kind: 'read-back';
}

export type Job = FillJob | TypeJob | SaturateJob | WriteJob | HoldJob | JoinJob | ReadBackJob;

/** What is measured: from and until when, on the machine's clock. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

export interface TypeResult {
  /** Sent within the window. */
  readonly edits: number;
  /** Milliseconds, of edits sent within the window. */
  readonly delivery: Float64Array;
  readonly acknowledgement: Float64Array;
  readonly editors: readonly TypedEdits[];
}

/** What became of the edits of one editor, by the time at which its connection ended. */
export interface TypedEdits {
  readonly document: number;
  readonly client: number;
  readonly sentAt: Float64Array;
  readonly acknowledged: number;
  /** Characters that at least one other editor had received. */
  readonly seen: number;
}

export interface SaturateResult {
  /** Done within the window. */
  readonly edits: number;
}

export interface JoinResult {
  /** When the last client had the whole text, on the machine's clock. */
  readonly wholeAt: number;
}

export interface ReadBackResult {
  readonly documents: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export interface ResultOf {
  readonly fill: null;
  readonly type: TypeResult;
  readonly saturate: SaturateResult;
  readonly write: null;
  readonly hold: null;
  readonly join: JoinResult;
  readonly 'read-back': ReadBackResult;
}

export type LoadQuestion =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'window'; readonly window: Window }
  | { readonly kind: 'stop' };

export type LoadAnswer =
  /** Everything is prepared: the window may begin. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: ResultOf[Job['kind']] }
  | { readonly kind: 'failed'; readonly reason: string };

/** The steps of a job that the bench decides on. */
export interface Stage {
  /** Says that everything is prepared; resolves when the window is known. */
  ready(): Promise<Window>;
  /** Resolves when the job has to end. */
  readonly stopped: Promise<void>;
}
