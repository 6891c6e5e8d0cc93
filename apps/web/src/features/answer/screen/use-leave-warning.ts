// Owns the browser's question before a tab is closed that holds words nobody else has.
import { useEffect } from 'react';
import type { ConnectionState } from '../connection/connection-state.ts';

export function useLeaveWarning(state: ConnectionState | null): void {
  const isUnsaved = (state?.status === 'open' && state.saving === 'saving') || (state?.status === 'offline' && state.hasUnsavedEdits);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
