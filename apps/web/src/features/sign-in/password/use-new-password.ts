// A new password while it is typed, twice: what is wrong with it, once somebody has tried to go on.
import { useEffect, useState } from 'react';
import type { CommonPasswords } from '@chancery/domain';
import { loadCommonPasswords, type PasswordFault, passwordFault } from './password-rules.ts';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
  /** Null while nobody has tried. */
  readonly fault: PasswordFault | null;
  readonly type: (password: string) => void;
  readonly typeAgain: (again: string) => void;
  /** True when it is good; from then on what is wrong is shown. */
  readonly attempt: () => boolean;
  readonly clear: () => void;
}

export function useNewPassword(telling: readonly string[]): NewPassword {
  const [password, type] = useState('');
  const [again, typeAgain] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [common, setCommon] = useState<CommonPasswords | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadCommonPasswords().then((loaded) => isGone || setCommon(loaded));
    return () => {
      isGone = true;
    };
  }, []);
  const fault = passwordFault(password, again, telling, common);
  return {
    password,
    again,
    fault: isTried ? fault : null,
    type,
    typeAgain,
    attempt: () => {
      setIsTried(true);
      return fault === null;
    },
    clear: () => {
      type('');
      typeAgain('');
      setIsTried(false);
    },
  };
}
