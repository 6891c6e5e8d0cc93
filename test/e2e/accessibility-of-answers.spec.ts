// Proves that everybody can use the screens of answers, of imports and of proposals, wide and narrow, light and dark.
import { looksAt } from './accessible-screens.ts';
import { screensOfAnswers } from './screens.ts';

looksAt(screensOfAnswers);
