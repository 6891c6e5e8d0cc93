// Parts of the client whose code is fetched when they are first shown, and what is known when it cannot be had.
import { type ComponentType, createElement, type ReactElement, use } from 'react';
import { call } from '../../api/call.ts';
import { failureCode } from '../../api/failure.ts';

/** The code of a part did not come. */
export class PartMissing extends Error {
  /** `replaced`: the server has a newer build, which has no such file any more. */
  readonly why: 'unreachable' | 'replaced';
  /** Has the part asked for again when it is next shown. */
  readonly forget: () => void;

  constructor(why: PartMissing['why'], forget: () => void, cause: unknown) {
    super(why, { cause });
    this.why = why;
    this.forget = forget;
  }
}

export interface PartOnDemand<P> {
  (props: P): ReactElement;
  /** Fetches the code without showing anything; never rejects. */
  readonly preload: () => Promise<void>;
  /** The same, and whether the code can be had. */
  readonly isThere: () => Promise<boolean>;
}

/** Shows what `load` brings, with its props; throws `PartMissing`. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): PartOnDemand<P> {
  let Loaded: ComponentType<P> | null = null;
  let asked: Promise<ComponentType<P>> | null = null;
  const forget = (): void => {
    asked = null;
  };
  const ask = (): Promise<ComponentType<P>> => {
    asked ??= load().then(
      (part) => {
        Loaded = part;
        return part;
      },
      async (thrown: unknown) => {
        throw new PartMissing(await whyMissing(), forget, thrown);
      },
    );
    return asked;
  };
  const isThere = async (): Promise<boolean> => {
    // A page that was asked for again is tried again.
    const hasCome = await ask().then(
      () => true,
      () => false,
    );
    if (!hasCome) forget();
    return hasCome;
  };
  const preload = async (): Promise<void> => void (await isThere());
  return Object.assign((props: P) => createElement(Loaded ?? use(ask()), props), { preload, isThere });
}

async function whyMissing(): Promise<PartMissing['why']> {
  try {
    await call('readSession');
    return 'replaced';
  } catch (thrown) {
    return failureCode(thrown) === 'unreachable' ? 'unreachable' : 'replaced';
  }
}
