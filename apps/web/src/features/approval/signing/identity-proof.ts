// How long a proof of identity counts on the screen.
import { useCallback, useEffect, useState } from 'react';

type IdentityProof = 'none' | 'proven' | 'expired';

/** The server lets it count for five minutes; the screen ends it a little earlier, so that nobody signs in vain. */
const countsMs = 4.75 * 60_000;

export interface ProvingIdentity {
  readonly proof: IdentityProof;
  readonly prove: () => void;
  /** The server no longer accepts it. */
  readonly forget: () => void;
}

export function useIdentityProof(): ProvingIdentity {
  const [proof, setProof] = useState<IdentityProof>('none');
  useEffect(() => {
    if (proof !== 'proven') return undefined;
    const timer = setTimeout(() => setProof('expired'), countsMs);
    return () => clearTimeout(timer);
  }, [proof]);
  const prove = useCallback(() => setProof('proven'), []);
  const forget = useCallback(() => setProof('expired'), []);
  return { proof, prove, forget };
}
