// A person at work: signed in over HTTP, with a verb for everything that the product lets people do.
import type { ResponseOf, AnswerView, BodyOf, ReadableRow, RouteName, RoundView } from '@chancery/contract';
import { files } from '@chancery/contract';
import {
  approvalWords,
  asId,
  findQuestion,
  type PersonId,
  type Questionnaire,
  questionsOf,
  type QuestionId,
  type ReturnReason,
} from '@chancery/domain';
import { type AgencyKey, housePassword } from '../cast.ts';
import { EventStream } from './event-stream.ts';
import { HandMadeClient } from './hand-made-client.ts';
import { type ReadReport, readReport } from './import-report.ts';
import { OpenAnswer } from './open-answer.ts';
import type { OpenedRound } from '../opened-round.ts';
import { ask, call, cookieFrom, pathOf } from '../request.ts';
import { DeskTab, type Way } from './tab.ts';

export interface Identity extends OpenedRound {
  readonly url: string;
  readonly person: PersonId;
  readonly email: string;
  readonly name: string;
  readonly agency: AgencyKey;
  /** How this person's tabs reach the server. */
  readonly way: Way;
}

type Clearing = Partial<Record<AgencyKey, 'clears' | 'helps'>>;

export class Official {
  readonly who: Identity;
  cookie: string;
  readonly #open = new DisposableStack();
  readonly #listening = new AsyncDisposableStack();
  /** One for each sign-in. */
  readonly #tabs = new Map<string, DeskTab>();

  /** `cookie`: of a sign-in that this person has already. */
  constructor(who: Identity, cookie: string) {
    this.who = who;
    this.cookie = cookie;
  }

  /** The same person, with the same sign-in, by way of another server of the same database. */
  through(url: string): Official {
    const there = new Official({ ...this.who, url }, this.cookie);
    this.#listening.defer(() => there.leaves());
    return there;
  }

  /** Begins a sign-in that is this person's alone: to sign out of, or to prove who they are in. */
  async signsIn(password: string = housePassword): Promise<void> {
    this.cookie = await cookieFrom(this.who.url, '/api/session', { email: this.who.email, password });
  }

  async signsOut(): Promise<void> {
    await this.does('signOut');
  }

  async provesIdentity(password: string = housePassword): Promise<void> {
    await this.does('proveIdentity', {}, { password });
  }

  /** Calls an endpoint of the round. */
  does<N extends RouteName>(name: N, params: Readonly<Record<string, string>> = {}, body?: BodyOf<N>): Promise<ResponseOf<N>> {
    return call(this, name, { round: this.who.round, ...params }, body);
  }

  get url(): string {
    return this.who.url;
  }

  round(): Promise<RoundView> {
    return this.does('readRound');
  }

  /** The row of one question in the overview. */
  async row(question: string): Promise<ReadableRow> {
    const found = (await this.round()).answers.find((it) => it.question === question);
    if (found === undefined) throw new Error(`question ${question} is not in the overview of ${this.who.name}`);
    if (!found.isReadable) throw new Error(`the answer to question ${question} can't be read`);
    return found;
  }

  answer(question: string): Promise<AnswerView> {
    return this.does('readAnswer', { question });
  }

  /** Opens an answer in the editor; a refusal stands in `closedWith`. */
  async opens(question: string): Promise<OpenAnswer> {
    const definition = findQuestion(await this.questionnaire(), asId<QuestionId>(question));
    if (definition === undefined) throw new Error(`there is no question ${question}`);
    return this.#open.use(new OpenAnswer({ tab: this.tab(), round: this.who.round, question: definition })).isOpen();
  }

  /** Opens an answer, types, waits until it is saved and closes it. */
  async writes(question: string, text: string, ...options: readonly string[]): Promise<void> {
    using answer = await this.opens(question);
    if (text !== '') answer.types(text);
    for (const option of options) answer.ticks(option);
    await answer.saved();
  }

  /** Connects to a document with a client that keeps to no rule. */
  async connectsByHand(question: string, cookie: string = this.cookie, query = ''): Promise<HandMadeClient> {
    const path = pathOf(files.document, { round: this.who.round, question });
    const { Socket } = this.tab(cookie);
    return this.#open.use(new HandMadeClient(new Socket(this.url.replace(/^http/, 'ws') + path + query))).isConnected();
  }

  /** Listens to what the round tells. */
  async listens(): Promise<EventStream> {
    return this.#listening.use(await EventStream.open(this, pathOf(files.events, { round: this.who.round })));
  }

  async assigns(questions: readonly string[], leading: AgencyKey, others: Clearing = {}): Promise<void> {
    const { agencies } = this.who;
    const contributors = Object.entries(others).map(([key, part]) => ({
      agency: agencies[key as AgencyKey],
      mustClear: part === 'clears',
    }));
    await this.does('assignQuestions', {}, { questions: [...questions], leadingAgency: agencies[leading], contributors, dueDay: null });
  }

  /** Gives the agency's word for the text as it stands, or for the one with `digest`. */
  async clears(question: string, digest?: string): Promise<void> {
    await this.does('clearAnswer', { question }, { digest: digest ?? (await this.answer(question)).digest });
  }

  async accepts(question: string, digest?: string): Promise<void> {
    await this.does('acceptAnswer', { question }, { digest: digest ?? (await this.answer(question)).digest });
  }

  async leavesUnanswered(question: string): Promise<void> {
    await this.does('markNoAnswer', { question }, {});
  }

  async returns(question: string, reason: ReturnReason = 'incorrect', text = ''): Promise<void> {
    await this.does('returnAnswer', { question }, { reason, text });
  }

  async reopens(question: string, reason: ReturnReason = 'outdated', text = ''): Promise<void> {
    await this.does('reopenAnswer', { question }, { reason, text });
  }

  comments(question: string, body: string, more: Partial<BodyOf<'startThread'>> = {}): Promise<ResponseOf<'startThread'>> {
    return this.does('startThread', { question }, { kind: 'comment', addressedTo: null, anchor: null, mentions: [], body, ...more });
  }

  asksQuery(question: string, agency: AgencyKey, body: string): Promise<ResponseOf<'startThread'>> {
    return this.comments(question, body, { kind: 'query', addressedTo: this.who.agencies[agency] });
  }

  async replies(thread: string, body: string): Promise<void> {
    await this.does('addComment', { thread }, { body, mentions: [] });
  }

  async rewords({ id: thread, comments: [first] }: ResponseOf<'startThread'>, body: string, mentions: string[] = []): Promise<void> {
    await this.does('editComment', { thread, comment: first!.id }, { body, mentions });
  }

  /** Takes out the words of the first comment of a thread. */
  async takesOut({ id: thread, comments: [first] }: ResponseOf<'startThread'>): Promise<void> {
    await this.does('deleteComment', { thread, comment: first!.id });
  }

  async resolves(thread: string): Promise<void> {
    await this.does('resolveThread', { thread }, {});
  }

  /** What this person is told of the round, the latest first. */
  async notices(): Promise<ResponseOf<'listNotices'>['notices']> {
    return (await this.does('listNotices')).notices.filter((it) => it.round === this.who.round);
  }

  /** Signs the round with the words and texts as they are shown, or with others. */
  async approves(changed: Partial<BodyOf<'approveRound'>> = {}): Promise<string> {
    const { title, country, people } = await this.round();
    const { contents } = await this.does('readContents');
    const questionnaire = await this.questionnaire();
    const statements = questionsOf(questionnaire)
      .filter((question) => question.answeredBy === 'respondent')
      .map((question) => ({ question, content: contents.find((it) => it.question === question.id)!.content }));
    const me = people.find((it) => it.id === this.who.person);
    const words = approvalWords({ round: title, country, name: me?.name ?? '', title: me?.title ?? '', statements });
    const digests = Object.fromEntries(contents.map(({ question, digest }) => [question, digest]));
    return (await this.does('approveRound', {}, { digests, words, ...changed })).hash;
  }

  /** Shows what a file would bring. */
  async previews(bytes: Uint8Array | string, name = 'form.md'): Promise<ResponseOf<'previewImport'>> {
    const path = pathOf('/api/rounds/:round/imports', { round: this.who.round });
    const headers = { 'x-file-name': encodeURIComponent(name), 'content-type': 'text/markdown' };
    const response = await ask(this, path, { method: 'POST', headers, body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) });
    return (await response.json()) as ResponseOf<'previewImport'>;
  }

  /** Imports a file into the questions named, or into all that it answers. */
  async imports(bytes: Uint8Array | string, questions?: readonly string[]): Promise<ReadReport> {
    const preview = await this.previews(bytes);
    return this.runs(preview.id, questions ?? preview.answers.map((it) => it.question));
  }

  async runs(preview: string, questions: readonly string[]): Promise<ReadReport> {
    return readReport(await this.#startRun(preview, questions, {}));
  }

  /** Starts an import, and cancels it at the first word of how far it is. */
  async runsAndCancels(preview: string, questions: readonly string[]): Promise<void> {
    const cancelling = new AbortController();
    const response = await this.#startRun(preview, questions, { signal: cancelling.signal });
    await response.body?.getReader().read();
    cancelling.abort();
  }

  async exports(format: 'docx' | 'pdf' | 'md' | 'json'): Promise<Uint8Array> {
    const path = pathOf(files.exportRound, { round: this.who.round, format });
    return new Uint8Array(await (await ask(this, path)).arrayBuffer());
  }

  /** The text of the portable record. */
  async record(): Promise<string> {
    return (await ask(this, pathOf(files.record, { round: this.who.round }))).text();
  }

  async questionnaire(): Promise<Questionnaire> {
    const rounds = await this.#questionnaireName();
    return call(this, 'readQuestionnaire', { questionnaire: rounds.id, version: rounds.version });
  }

  /** The tab of this sign-in, or of the one with `cookie`. */
  tab(cookie: string = this.cookie): DeskTab {
    const tab = this.#tabs.get(cookie) ?? new DeskTab({ url: this.url, cookie, way: this.who.way });
    this.#tabs.set(cookie, tab);
    return tab;
  }

  /** Closes what this person has open. */
  async leaves(): Promise<void> {
    this.#open.dispose();
    await this.#listening.disposeAsync();
  }

  #startRun(preview: string, questions: readonly string[], init: RequestInit): Promise<Response> {
    const path = pathOf('/api/rounds/:round/imports/:import/run', { round: this.who.round, import: preview });
    const headers = { 'content-type': 'application/json' };
    return ask(this, path, { method: 'POST', headers, body: JSON.stringify({ questions }), ...init });
  }

  async #questionnaireName(): Promise<{ id: string; version: number }> {
    return (await this.round()).questionnaire;
  }
}
