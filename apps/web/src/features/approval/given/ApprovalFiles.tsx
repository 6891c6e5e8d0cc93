// The files that are sent: the finished form in each format, and the record that proves it.
import { exportFormats, files } from '@chancery/contract/routes';
import type { ReactElement } from 'react';
import { mayInRound } from '../../../api/acting.ts';
import { fillPath } from '../../../api/call.ts';
import { useRound } from '../../../api/current-round.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { givenWords } from '../words.ts';
import { useWords } from '../../../words/use-words.ts';

export function ApprovalFiles(): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  return (
    <Card>
      <section aria-labelledby="files-heading">
        <h2 id="files-heading" className="px-4 pt-4 pb-2 text-17 font-semibold sm:px-6">
          {say(givenWords.files)}
        </h2>
        <ul className="pb-2">
          {exportFormats.map((format) => (
            <FileLine
              key={format}
              href={fillPath(files.exportRound, { round: round.id, format })}
              name={say(givenWords[format])}
              what={say(givenWords[`${format}What`])}
              ending={`.${format}`}
            />
          ))}
          {mayInRound(round, 'read-record') ? (
            <FileLine
              href={fillPath(files.record, { round: round.id })}
              name={say(givenWords.record)}
              what={say(givenWords.recordWhat)}
              ending="record.json"
            />
          ) : null}
        </ul>
      </section>
    </Card>
  );
}

interface FileLineProps {
  readonly href: string;
  readonly name: string;
  readonly what: string;
  readonly ending: string;
}

function FileLine({ href, name, what, ending }: FileLineProps): ReactElement {
  const { say } = useWords();
  return (
    <li>
      <a href={href} download className="flex min-h-14 items-center gap-3 px-4 py-2 outline-offset-[-4px] hover:bg-sunken sm:px-6">
        <Icon name="file" size={20} className="text-ink-soft" />
        <span className="min-w-0 grow">
          <span className="sr-only">{say(givenWords.download)} </span>
          <span className="font-medium">{name}</span> <span className="text-13 text-ink-soft">{ending}</span>
          <span className="block text-13 text-ink-soft">{what}</span>
        </span>
        <Icon name="download" className="text-accent" />
      </a>
    </li>
  );
}
