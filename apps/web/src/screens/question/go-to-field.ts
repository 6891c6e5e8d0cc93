// The way to a field that waits for the person: into sight, and the cursor into it.
import { fragmentName, placesOf } from '@chancery/answer-doc';
import type { Question } from '@chancery/domain';
import type { OpenEditors } from '../../features/answer/editor/open-editors.ts';

/** Goes to the field, or to the first one. */
export function goToField(question: Question, field: string | null, editors: OpenEditors): void {
  const id = field ?? question.fields[0]?.id;
  if (id === undefined) return;
  const element = document.getElementById(`field-${id}`);
  element?.scrollIntoView({ block: 'center' });
  const place = placesOf(question).find((it) => it.field === id && it.option === undefined);
  const editor = place === undefined ? undefined : editors.of(fragmentName(place))?.editor;
  if (editor !== undefined) editor.commands.focus('end');
  else element?.querySelector<HTMLElement>('input, button')?.focus();
}
