// The authors of an answer as it stands: who wrote which passage.
import { fragmentOf, type Place, placesOf } from '@chancery/answer-doc';
import type { ResponseOf } from '@chancery/contract';
import type { Question, RoundId } from '@chancery/domain';
import { documentId, readForCompaction } from '@chancery/store';
import { type Attribution, attribute, decodeAttribution, type Line, linesOf } from '@chancery/sync/compaction';
import type { Context } from '../../context.ts';
import { authorView } from './editing-spells.ts';

type Authored = ResponseOf<'readAuthors'>['fields'][number];

/** Every place of the question that holds words, in printed order. */
export async function authorsOf(context: Context, round: RoundId, question: Question): Promise<Authored[]> {
  const document = documentId(round, question.id);
  const written = await context.rooms.read(document, (doc) =>
    placesOf(question).map((place) => ({ place, lines: linesOf(fragmentOf(doc, place)) })),
  );
  // After the text, so that there is an author for all of it.
  const attribution = await attributionOf(context, document);
  return written.filter(({ lines }) => lines.length > 0).map(({ place, lines }) => toView(place, lines, attribution));
}

async function attributionOf(context: Context, document: string): Promise<Attribution> {
  const read = (await readForCompaction(context.store.read, document)) ?? (await readForCompaction(context.store.read, document));
  const attribution = decodeAttribution(read?.snapshot?.attribution ?? null);
  for (const update of read?.updates ?? []) attribution.add(update);
  return attribution;
}

function toView({ field, row, option }: Place, lines: readonly Line[], attribution: Attribution): Authored {
  const passages = attribute(lines, attribution).map(({ text, author, at }) => ({ text, ...authorView(author), at }));
  return { field, row: row ?? null, option: option ?? null, passages };
}
