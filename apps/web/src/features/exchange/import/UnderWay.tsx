// What is shown while a file is sent and read, and while answers are imported: how far it is, and how to stop it.
import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { ProgressBar } from '../../../ui/page/ProgressBar.tsx';

interface UnderWayProps {
  readonly title: string;
  readonly detail: string;
  readonly value: number;
  readonly of: number;
  readonly cancel: string;
  readonly onCancel: () => void;
}

export function UnderWay({ title, detail, value, of, cancel, onCancel }: UnderWayProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="mx-auto mt-6 max-w-xl p-6 sm:mt-16 sm:p-8">
      <h2 ref={heading} tabIndex={-1} className="numbers-aligned text-17 font-semibold wrap-anywhere">
        {title}
      </h2>
      <ProgressBar label={title} value={value} of={of} className="my-4 h-2!" />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-15 text-ink-soft">{detail}</p>
        <Button onPress={onCancel}>{cancel}</Button>
      </div>
    </Card>
  );
}
