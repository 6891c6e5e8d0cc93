// What every page stands in: words, the cache, short messages, the router.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { ToastProvider } from '../ui/overlay/Toasts.tsx';
import { WordsProvider } from '../words/WordsProvider.tsx';
import { createQueryClient } from './query-client.ts';
import { createPageRouter } from './routes.tsx';

export function App(): ReactElement {
  const [client] = useState(createQueryClient);
  const [router] = useState(() => createPageRouter(client));
  return (
    <WordsProvider language={document.documentElement.lang}>
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </WordsProvider>
  );
}
