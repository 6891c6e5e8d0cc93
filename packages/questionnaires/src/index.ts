// The questionnaires that come with the product, as data; parseQuestionnaire reads any other.
import type { Questionnaire } from '@chancery/domain';
import definition from './msq-2022.json' with { type: 'json' };
import { parseQuestionnaire } from './schema.ts';

export { parseQuestionnaire };
export { questionSchema, questionnaireSchema } from './schema.ts';

/** The United Nations Member States Questionnaire for the E-Government Survey 2022, worded as printed. */
export const msq2022: Questionnaire = parseQuestionnaire(definition);
