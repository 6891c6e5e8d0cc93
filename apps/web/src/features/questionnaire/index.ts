// Owns what other features show of the questionnaire: the content of an answer, the whole form as printed. Neither brings the editor along.
export { ContentView } from './content/ContentView.tsx';
export { QuestionnaireView } from './QuestionnaireView.tsx';
