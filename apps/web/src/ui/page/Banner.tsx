// A sentence across the page about the state of things; read aloud when it appears.
import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../Icon.tsx';

type BannerTone = 'calm' | 'good' | 'warning' | 'danger';

const tones: Record<BannerTone, { readonly icon: IconName; readonly classes: string }> = {
  calm: { icon: 'clock', classes: 'bg-accent-tint text-accent' },
  good: { icon: 'check-circle', classes: 'bg-accepted-tint text-accepted' },
  warning: { icon: 'warning', classes: 'bg-warning-tint text-warning' },
  danger: { icon: 'warning', classes: 'bg-danger-tint text-danger' },
};

interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Banner({ tone = 'calm', icon, children, className }: BannerProps): ReactElement {
  const look = tones[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2 rounded-6 px-3 py-2 text-15', look.classes, className)}
    >
      <Icon name={icon ?? look.icon} className="mt-0.5" />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
