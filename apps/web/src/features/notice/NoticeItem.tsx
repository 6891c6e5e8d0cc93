// One notice: a sentence that leads to what it is about.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { findQuestion } from '@chancery/domain';
import { questionnaireQuery, roundQuery } from '../../api/queries.ts';
import type { NoticeGroup } from './group-notices.ts';
import { keptSinceWords, type ListedNotice, noticeListWords, noticeWords } from './words.ts';
import { useTakenBackWords } from '../../words/use-taken-back-words.ts';
import { useWords } from '../../words/use-words.ts';

const itemClasses = 'relative block border-b border-line px-4 py-3 ps-8 text-15 outline-offset-[-2px] hover:bg-sunken';

interface NoticeItemProps {
  readonly notice: ListedNotice;
  readonly onOpen: () => void;
}

/** The latest of a group, and the others behind a line that says how many they are. */
export function NoticeGroupItem({ group, onOpen }: { readonly group: NoticeGroup; readonly onOpen: () => void }): ReactElement {
  const { say } = useWords();
  const { first, more } = group;
  if (more.length === 0) return <NoticeItem notice={first} onOpen={onOpen} />;
  return (
    <>
      <NoticeItem notice={first} onOpen={onOpen} />
      <li className="border-b border-line last:border-0">
        <details>
          <summary className="min-h-9 cursor-pointer px-4 py-2 ps-8 text-13 text-accent hover:bg-sunken">
            {say(noticeListWords.moreLikeThis, { count: more.length })}
          </summary>
          <ul>
            {more.map((notice) => (
              <NoticeItem key={notice.id} notice={notice} onOpen={onOpen} />
            ))}
          </ul>
        </details>
      </li>
    </>
  );
}

function NoticeItem({ notice, onOpen }: NoticeItemProps): ReactElement {
  const { say, moment } = useWords();
  const question = useQuestionName(notice);
  const reason = useReason(notice);
  const words = (
    <>
      {notice.isRead ? null : (
        <>
          <span aria-hidden="true" className="absolute inset-s-3.5 top-4.5 size-2 rounded-full bg-accent" />
          <span className="sr-only">{say(noticeListWords.unread)} </span>
        </>
      )}
      <span className={notice.isRead ? 'block' : 'block font-medium'}>
        {say(noticeWords[notice.kind], {
          by: notice.by,
          question,
          reason,
          about: notice.about,
          agency: notice.agency,
          isAboutMe: notice.isAboutMe ? 'true' : 'false',
        })}
      </span>
      <span className="mt-0.5 block text-13 text-ink-soft">{moment(notice.at)}</span>
    </>
  );
  return (
    <li className="last:*:border-0">
      {notice.question === null ? (
        <Link to="/rounds/$round" params={{ round: notice.round }} onClick={onOpen} className={itemClasses}>
          {words}
        </Link>
      ) : (
        <Link
          to="/rounds/$round/questions/$question"
          params={{ round: notice.round, question: notice.question }}
          onClick={onOpen}
          className={itemClasses}
        >
          {words}
        </Link>
      )}
    </li>
  );
}

/** "question 35", in the words of the round's questionnaire; while that is on its way, "a question". */
function useQuestionName(notice: ListedNotice): string {
  const { say } = useWords();
  const { data: round } = useQuery(roundQuery(notice.round));
  const { data: questionnaire } = useQuery({
    ...questionnaireQuery(round?.questionnaire ?? { id: '', version: 0 }),
    enabled: round !== undefined,
  });
  if (notice.question === null) return '';
  const found = questionnaire === undefined ? undefined : findQuestion(questionnaire, notice.question);
  if (found === undefined) return say(noticeListWords.aQuestion);
  return found.number === null ? `“${found.text}”` : say(noticeListWords.question, { number: found.number });
}

/** Why it was decided, in words. */
function useReason({ kind, reason, text }: ListedNotice): string {
  const { say } = useWords();
  const takenBack = useTakenBackWords();
  if (kind === 'proposal-kept') return say(keptSince(reason));
  return kind === 'returned' || kind === 'reopened' ? takenBack({ reason, text }) : reason;
}

function keptSince(reason: string): (typeof keptSinceWords)[keyof typeof keptSinceWords] {
  return reason in keptSinceWords ? keptSinceWords[reason as keyof typeof keptSinceWords] : keptSinceWords.otherwise;
}
