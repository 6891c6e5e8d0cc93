// Edits that met a frozen answer, for tests of what becomes of them.
import { fragmentOf, plainText } from '@chancery/answer-doc';
import type { AnswerView } from '@chancery/contract';
import { asId, type Field, type PersonId, type QuestionId, type RoundId } from '@chancery/domain';
import { documentId } from '@chancery/store';
import type { RefusalReason } from '@chancery/sync';
import * as Y from 'yjs';
import { keepRefused } from '../features/answer/index.ts';
import { demoRound, type TestApp } from './open-app.ts';

const round = asId<RoundId>(demoRound);

/** Somebody whose client has the answer of one question open, and whose edits do not enter it. */
export class LateWriter {
  readonly person: PersonId;
  readonly doc = new Y.Doc();
  readonly #app: TestApp;
  readonly #question: QuestionId;
  readonly #field: Field['id'];

  private constructor(app: TestApp, person: PersonId, { question, definition }: AnswerView) {
    this.person = person;
    this.#app = app;
    this.#question = question;
    const prose = definition.fields.find((it) => it.kind === 'text');
    if (prose === undefined) throw new Error('this question has no text');
    this.#field = prose.id;
  }

  /** The person signed in with `cookie` opens the answer. */
  static async opens(app: TestApp, cookie: string, question: string): Promise<LateWriter> {
    const session = (await (await app.ask('/api/session', { cookie })).json()) as { person: { id: PersonId } };
    const answer = (await (await app.ask(`/api/rounds/${round}/questions/${question}`, { cookie })).json()) as AnswerView;
    const writer = new LateWriter(app, session.person.id, answer);
    const known = await app.context.rooms.read(documentId(round, answer.question), (doc) => Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(writer.doc, known);
    return writer;
  }

  /** Types a paragraph at the end; the update of it. */
  types(text: string): Uint8Array {
    return this.#edits((fragment) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      fragment.push([paragraph]);
    });
  }

  /** Takes the last paragraph out; the update of it. */
  deletesLast(): Uint8Array {
    return this.#edits((fragment) => fragment.delete(fragment.length - 1, 1));
  }

  /** The engine reports the update as refused. */
  async isRefused(update: Uint8Array, reason: RefusalReason = 'frozen', at = 1): Promise<void> {
    const author = { person: this.person, agency: '' };
    await keepRefused(this.#app.context, { round, question: this.#question }, { author, bytes: update, at, reason });
  }

  async reads(cookie: string): Promise<string> {
    const path = `/api/rounds/${round}/questions/${this.#question}`;
    return plainText(((await (await this.#app.ask(path, { cookie })).json()) as AnswerView).content);
  }

  #edits(change: (fragment: Y.XmlFragment) => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(fragmentOf(this.doc, { field: this.#field })));
    return Y.encodeStateAsUpdate(this.doc, before);
  }
}
