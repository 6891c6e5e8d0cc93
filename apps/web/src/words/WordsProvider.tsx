// The language of the page: the one that the client was built for, as the document says. Sentences stand beside the feature that says them, in
// English; a catalogue of another language takes their place while building.
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

interface WordsProviderProps {
  /** BCP 47. */
  readonly language?: string;
  readonly children: ReactNode;
}

export function WordsProvider({ language = 'en', children }: WordsProviderProps): ReactElement {
  return (
    <IntlProvider locale={language} defaultLocale={language}>
      {children}
    </IntlProvider>
  );
}
