// A questionnaire that is small enough for a story to answer it whole, with a field of every kind.
import { parseQuestionnaire } from '@chancery/questionnaires';

const field = { label: null, hint: null, isRequired: false, expectedWhen: null };
const question = { subheading: null, note: null, isRequired: false, answeredBy: 'agencies' };
const yesAndNo = [
  { id: 'yes', label: 'Yes', text: 'remark' },
  { id: 'no', label: 'No', text: 'none' },
];

/** Questions 1 to 4 for the agencies, of which 1 and 2 must be answered, and one statement for the respondent. */
export const smallQuestionnaire = parseQuestionnaire({
  id: 'small',
  version: 1,
  title: 'Small Questionnaire on Digital Government',
  issuer: ['Department of Examples'],
  introduction: ['Please answer every question.'],
  sections: [
    {
      id: 'a',
      heading: 'A. Institutional framework',
      note: null,
      questions: [
        {
          ...question,
          id: '1',
          number: 1,
          text: 'Which measures does the Government take for the health of its people online?',
          isRequired: true,
          fields: [{ ...field, kind: 'text', id: 'answer', isRequired: true }],
        },
        {
          ...question,
          id: '2',
          number: 2,
          text: 'Is there a national portal, and where can it be found by everybody?',
          isRequired: true,
          fields: [
            { ...field, kind: 'choice', id: 'portal', isRequired: true, options: yesAndNo },
            {
              ...field,
              kind: 'text',
              id: 'detail',
              label: 'If yes, please describe it.',
              isRequired: true,
              expectedWhen: { field: 'portal', option: 'yes' },
            },
          ],
        },
      ],
    },
    {
      id: 'b',
      heading: 'B. Services',
      note: null,
      questions: [
        {
          ...question,
          id: '3',
          number: 3,
          text: 'Which channels reach people who are not online, and how are they kept up?',
          fields: [
            {
              ...field,
              kind: 'choices',
              id: 'channels',
              options: [
                { id: 'radio', label: 'Radio', text: 'none' },
                { id: 'post', label: 'Post', text: 'remark' },
                { id: 'other', label: 'Other', text: 'other' },
              ],
            },
            { ...field, kind: 'line', id: 'address', label: 'Address', format: 'url' },
          ],
        },
        {
          ...question,
          id: '4',
          number: 4,
          text: 'What does each sector offer to its users by electronic means today?',
          fields: [
            {
              ...field,
              kind: 'grid',
              id: 'sectors',
              rows: [
                { id: 'health', label: 'Health' },
                { id: 'justice', label: 'Justice' },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'c',
      heading: 'C. Statement',
      note: null,
      questions: [
        {
          ...question,
          id: 'authority',
          number: null,
          text: 'I declare that I am authorized to submit these answers on behalf of the Government.',
          isRequired: true,
          answeredBy: 'respondent',
          fields: [
            { ...field, kind: 'choice', id: 'declared', isRequired: true, options: yesAndNo.map((it) => ({ ...it, text: 'none' })) },
          ],
        },
      ],
    },
  ],
  closing: [],
});
