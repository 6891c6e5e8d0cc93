// Twenty documents under typing: two people in each, who go on typing whatever happens to the server.
import { setMaxListeners } from 'node:events';
import { fragmentOf, type Place } from '@chancery/answer-doc';
import { msq2022 } from '@chancery/questionnaires';
import { questionsOf } from '@chancery/domain';
import type { Seeded } from '@chancery/sync/testing/seeded';
import { type Desk, type DeskTab, eventually, type House, openDesk } from '../desk/index.ts';
import { CrashClient } from './client.ts';
import { faultsOf, type Owed } from './faults.ts';
import { CrashTypist } from './typist.ts';

const documentCount = 20;
/** Together some 600 edits a second: fifteen a person. */
const editEveryMs = 5;
const editsAtOnce = 3;

interface Sheet {
  readonly question: string;
  readonly place: Place;
  readonly typists: readonly CrashTypist[];
}

const questions = questionsOf(msq2022).flatMap(({ id, fields }) => {
  const field = fields.find((it) => it.kind === 'text');
  return field === undefined ? [] : [{ question: id, place: { field: field.id } }];
});

export class Crowd implements AsyncDisposable {
  readonly #desk: Desk;
  /** Of the people who type. */
  readonly #tabs: readonly DeskTab[];
  readonly #reader: DeskTab;
  readonly #sheets: readonly Sheet[];
  readonly #typists: readonly CrashTypist[];
  readonly #chance: Seeded;
  #typing: NodeJS.Timeout | undefined;

  private constructor(
    desk: Desk,
    tabs: { readonly typing: readonly DeskTab[]; readonly reading: DeskTab },
    sheets: readonly Sheet[],
    chance: Seeded,
  ) {
    this.#desk = desk;
    this.#tabs = tabs.typing;
    this.#reader = tabs.reading;
    this.#sheets = sheets;
    this.#typists = sheets.flatMap((sheet) => sheet.typists);
    this.#chance = chance;
  }

  /** Opens a round on the server with people in its documents. Nobody types yet. */
  static async gathers(house: House, chance: Seeded): Promise<Crowd> {
    // Each provider waits for the end of the process.
    setMaxListeners(2 * documentCount + 50, process);
    const documents = questions.slice(0, documentCount);
    const desk = await openDesk({ house, questionnaire: msq2022, assigned: documents.map((it) => it.question) });
    const people = await Promise.all([desk.drafter('moh'), desk.drafter('epu'), desk.coordinator()]);
    const [moh, epu, reading] = [people[0].tab(), people[1].tab(), people[2].tab()];
    const sheets = documents.map(({ question, place }) => {
      const client = (tab: DeskTab) => new CrashClient(tab, { round: desk.round, question });
      return { question, place, typists: [new CrashTypist(client(moh), 'moh', place), new CrashTypist(client(epu), 'epu', place)] };
    });
    const crowd = new Crowd(desk, { typing: [moh, epu], reading }, sheets, chance);
    await crowd.#begins();
    return crowd;
  }

  /** Edits acknowledged so far. */
  get acknowledged(): number {
    return this.#typists.reduce((sum, { client }) => sum + client.acknowledged, 0);
  }

  get made(): number {
    return this.#typists.reduce((sum, { client }) => sum + client.made, 0);
  }

  types(): void {
    this.#typing ??= setInterval(() => {
      for (let edit = 0; edit < editsAtOnce; edit++) this.#chance.pick(this.#typists).makesAnEdit(this.#chance);
    }, editEveryMs);
  }

  rests(): void {
    clearInterval(this.#typing);
    this.#typing = undefined;
  }

  /** Resolves when nobody has a connection, so that no acknowledgement can come any more. */
  async isCutOff(): Promise<void> {
    await eventually(() => {
      if (this.#tabs.some((tab) => tab.isConnected)) throw new Error('somebody is still connected');
    });
  }

  /** Everybody stops typing and goes away, with what they have. */
  leaves(): void {
    this.rests();
    for (const tab of this.#tabs) tab.goesOffline();
  }

  returns(): void {
    for (const tab of this.#tabs) tab.comesBack();
  }

  /** Everybody stops typing; resolves when all that they made is acknowledged. */
  async saved(): Promise<void> {
    this.rests();
    await Promise.all(this.#typists.map(({ client }) => client.saved()));
  }

  /** What is wrong with what the server gives to somebody who had no part in it. */
  async faultsOnServer(owed: Owed): Promise<readonly string[]> {
    const read = async ({ question, place, typists }: Sheet) => {
      using reader = await new CrashClient(this.#reader, { round: this.#desk.round, question }).isOpen();
      return faultsOf(fragmentOf(reader.doc, place).toJSON(), typists, owed).map((fault) => `${question}: ${fault}`);
    };
    return (await Promise.all(this.#sheets.map(read))).flat();
  }

  /** Resolves when in each document everybody sees the same; what is wrong with that, all that was made being owed. */
  async faultsOnScreens(): Promise<readonly string[]> {
    const agree = ({ question, place, typists }: Sheet) =>
      eventually(() => {
        const texts = new Set(typists.map(({ client }) => fragmentOf(client.doc, place).toJSON()));
        const [text = ''] = texts;
        if (texts.size > 1) throw new Error(`${question}: they do not see the same`);
        return faultsOf(text, typists, 'made').map((fault) => `${question}: ${fault}`);
      });
    return (await Promise.all(this.#sheets.map(agree))).flat();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.rests();
    for (const { client } of this.#typists) client[Symbol.dispose]();
    await this.#desk[Symbol.asyncDispose]();
  }

  /** The first of each document types its first word before the second comes: they share one text from then on. */
  async #begins(): Promise<void> {
    const begin = async ({ typists: [first, second] }: Sheet) => {
      await first?.client.isOpen();
      first?.makesAnEdit(this.#chance);
      await first?.client.saved();
      await second?.client.isOpen();
    };
    await Promise.all(this.#sheets.map(begin));
  }
}
