// The anchors inside the printed form.
import type { QuestionId, Section } from '@chancery/domain';

/** The id of the element that shows a question: `#question-35` leads there. */
export function questionAnchor(question: QuestionId): string {
  return `question-${question}`;
}

/** The id of the element that shows a section. */
export function sectionAnchor(section: Pick<Section, 'id'>): string {
  return `section-${section.id}`;
}
