// Whether the browser believes that it is connected at all.
import { useSyncExternalStore } from 'react';

/** False while the browser says that there is no network. True proves nothing. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine);
}

function listen(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
