// Proves that everybody can use the screens of rounds, of their people and of the installation, wide and narrow, light and dark.
import { looksAt } from './accessible-screens.ts';
import { screensOfRounds } from './screens.ts';

looksAt(screensOfRounds);
