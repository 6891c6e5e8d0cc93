// The language of the page. Sentences stand beside the feature that says them, written in English; a catalogue of another language is keyed by their ids.
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

export function WordsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <IntlProvider locale="en" defaultLocale="en">
      {children}
    </IntlProvider>
  );
}
