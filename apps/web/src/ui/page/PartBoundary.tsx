// What is shown instead of a part whose code could not be fetched: in its place, while the rest of the page goes on.
import { Component, type ReactElement, type ReactNode, Suspense, useEffect, useEffectEvent } from 'react';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/use-words.ts';
import { Button } from '../Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { PartMissing } from './on-demand.ts';
import { SkeletonRows } from './Skeleton.tsx';

interface BoundaryState {
  readonly missing: PartMissing | null;
}

/** Around a part on demand. Any other error goes on to the page. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { missing: null };

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    if (thrown instanceof PartMissing) return { missing: thrown };
    throw thrown;
  }

  override render(): ReactNode {
    const { missing } = this.state;
    if (missing !== null) return <MissingPart missing={missing} onRetry={() => this.setState({ missing: null })} />;
    return <Suspense fallback={<SkeletonRows rows={3} />}>{this.props.children}</Suspense>;
  }
}

interface MissingPartProps {
  readonly missing: PartMissing;
  readonly isPage?: boolean;
  readonly onRetry: () => void;
}

/** Nothing is loaded again by itself: what is typed elsewhere in this tab would be gone. */
export function MissingPart({ missing, isPage = false, onRetry }: MissingPartProps): ReactElement {
  const { say } = useWords();
  const retry = (): void => {
    missing.forget();
    onRetry();
  };
  const comeBack = useEffectEvent(retry);
  const isUnreachable = missing.why === 'unreachable';
  useEffect(() => {
    if (!isUnreachable) return undefined;
    addEventListener('online', comeBack);
    return () => removeEventListener('online', comeBack);
  }, [isUnreachable]);
  return (
    <div role="alert">
      <EmptyState
        isPage={isPage}
        icon={isUnreachable ? 'no-connection' : 'warning'}
        title={say(isUnreachable ? shellWords.neverOpened : shellWords.newVersion)}
        action={
          <Button look="primary" onPress={isUnreachable ? retry : () => location.reload()}>
            {say(isUnreachable ? shellWords.tryAgain : shellWords.reload)}
          </Button>
        }
      >
        {say(isUnreachable ? shellWords.neverOpenedWhy : shellWords.newVersionWhy)}
      </EmptyState>
    </div>
  );
}
