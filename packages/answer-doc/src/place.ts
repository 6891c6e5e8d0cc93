// Where the prose of a question lies in its answer document: one Y.XmlFragment for each place.
import type { ChoiceField, ChoicesField, Place, Question } from '@chancery/domain';
import type * as Y from 'yjs';

/** Name of the fragment in the Y.Doc. Ids hold no slash, so names of different places differ; none is `choices`. */
export function fragmentName({ field, row, option }: Place): string {
  if (row !== undefined) return `row/${field}/${row}`;
  return option === undefined ? `field/${field}` : `option/${field}/${option}`;
}

/** The fragment that holds the prose of a place. */
export function fragmentOf(doc: Y.Doc, place: Place): Y.XmlFragment {
  return doc.getXmlFragment(fragmentName(place));
}

/** Every place of a question that holds prose, in printed order. */
export function placesOf(question: Question): readonly Place[] {
  return question.fields.flatMap((field): readonly Place[] => {
    switch (field.kind) {
      case 'line':
      case 'text':
        return [{ field: field.id }];
      case 'grid':
        return field.rows.map((row) => ({ field: field.id, row: row.id }));
      case 'choice':
      case 'choices':
        return field.options.filter((it) => it.text !== 'none').map((it) => ({ field: field.id, option: it.id }));
    }
  });
}

/** True for a place of paragraphs, lists and tables; false for one line: a `line` field, a remark, an "other" text. */
export function isProsePlace(question: Question, { field, option }: Place): boolean {
  return option === undefined && question.fields.some((it) => it.id === field && it.kind !== 'line');
}

/** The fields of a question that are ticked. */
export function choiceFieldsOf(question: Question): readonly (ChoiceField | ChoicesField)[] {
  return question.fields.filter((field) => field.kind === 'choice' || field.kind === 'choices');
}
