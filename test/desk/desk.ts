// A desk: one round of its own on a server, with its cast ready to be called upon.
import { type AgencyKey, cast, type CastMember, outsider } from './cast.ts';
import type { DatabaseKind } from './house/databases.ts';
import { type House, openHouse } from './house/house.ts';
import { joinRound } from './join-round.ts';
import { Official } from './people/official.ts';
import { type OpenedRound, openRound, type RoundOptions } from './opened-round.ts';

export interface Desk extends OpenedRound, AsyncDisposable {
  readonly house: House;
  manager(agency: AgencyKey): Promise<Official>;
  drafter(agency: AgencyKey): Promise<Official>;
  clearingOfficer(agency: AgencyKey): Promise<Official>;
  coordinator(): Promise<Official>;
  secondCoordinator(): Promise<Official>;
  respondent(): Promise<Official>;
  observer(): Promise<Official>;
  outsider(): Promise<Official>;
}

export interface DeskOptions extends RoundOptions {
  /** A server that several desks share; without one the desk opens its own on `database`. */
  readonly house?: House;
  readonly database?: DatabaseKind;
  /** Led by MOH, cleared by EPU too, with the help of KKMM. All questions of the small questionnaire unless told otherwise. */
  readonly assigned?: readonly string[];
}

/** Opens a round. Anyone of the cast who is called upon takes part in it from then on. Disposing it closes what its people have open. */
export async function openDesk({ house: shared, database = 'sqlite', assigned, ...options }: DeskOptions = {}): Promise<Desk> {
  await using opening = new AsyncDisposableStack();
  const house = shared ?? opening.use(await openHouse(database));
  const opened = await openRound(house.administrator, options);
  const people = opening.use(new Table(house, opened));
  const questions = assigned ?? ['1', '2', '3', '4'];
  if (questions.length > 0) await (await people.comes('coordinator')).assigns(questions, 'moh', { epu: 'clears', kkmm: 'helps' });
  const life = opening.move();
  return {
    ...opened,
    house,
    manager: (agency) => people.comes(`manager.${agency}`),
    drafter: (agency) => people.comes(`drafter.${agency}`),
    clearingOfficer: (agency) => people.comes(`clearing.${agency}`),
    coordinator: () => people.comes('coordinator'),
    secondCoordinator: () => people.comes('coordinator2'),
    respondent: () => people.comes('respondent'),
    observer: () => people.comes('observer'),
    outsider: () => people.comes('outsider'),
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  };
}

/** Who sits at the desk by now: everyone who is called, but the outsider, is made a member and comes with a sign-in of the house. */
class Table implements AsyncDisposable {
  readonly #house: House;
  readonly #opened: OpenedRound;
  readonly #present = new Map<string, Promise<Official>>();

  constructor(house: House, opened: OpenedRound) {
    this.#house = house;
    this.#opened = opened;
  }

  comes(key: string): Promise<Official> {
    const member = [...cast, outsider].find((it) => it.key === key);
    if (member === undefined) throw new Error(`there is no ${key} in the cast`);
    const official = this.#present.get(key) ?? this.#join(member);
    this.#present.set(key, official);
    return official;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const official of await Promise.all(this.#present.values())) await official.leaves();
  }

  async #join(member: CastMember): Promise<Official> {
    const { key, email, name, agency } = member;
    const { administrator } = this.#house;
    if (member !== outsider) await joinRound({ ...this.#opened, administrator, colleague: (colleague) => this.comes(colleague) }, member);
    const person = this.#house.personOf(key);
    const { url, way } = this.#house;
    return new Official({ ...this.#opened, url, way, person, email, name, agency }, await this.#house.sessionOf(email));
  }
}
