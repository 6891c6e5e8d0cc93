// The threads of the answer on the screen: which are shown in which order, and what becomes of what is written in them.
import { resolveAnchor } from '@chancery/answer-doc';
import type { AnswerView, PersonSummary, ThreadView } from '@chancery/contract';
import { type AccessFacts, type Actor, type AgencyId, checkThread, isAssignedTo, reopenThread, resolveThread } from '@chancery/domain';
import { type ReactElement, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { Doc } from 'yjs';
import { accessFactsOf, actorOf } from '../../api/acting.ts';
import { useRound } from '../../api/current-round.ts';
import { Avatar } from '../../ui/badge/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { threadWords } from '../../features/thread/words.ts';
import { useWords } from '../../words/use-words.ts';
import { type PassageState, ThreadCard } from '../../features/thread/ThreadCard.tsx';
import { type ThreadAct, useThreadActions } from '../../features/thread/use-thread-actions.ts';
import { ThreadColumn } from '../../features/thread/ThreadColumn.tsx';
import { type Addressing, ThreadComposer } from '../../features/thread/ThreadComposer.tsx';
import type { OpenEditors } from '../../features/answer/editor/open-editors.ts';
import { startedId, type ThreadsOnText } from './on-screen/use-threads-on-text.ts';

export interface ThreadsPanelProps {
  readonly answer: AnswerView;
  readonly document: Doc | null;
  readonly editors: OpenEditors;
  readonly onText: ThreadsOnText;
  readonly mayComment: boolean;
  /** At the height of their passages, beside the text. */
  readonly isPlaced: boolean;
}

interface Failed {
  readonly thread: string;
  readonly sentence: string;
}

export function ThreadsPanel({ answer, document, editors, onText, mayComment, isPlaced }: ThreadsPanelProps): ReactElement {
  const { say } = useWords();
  const { round } = useRound();
  const version = useSyncExternalStore(editors.subscribe, editors.currentVersion);
  const [showsResolved, setShowsResolved] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const others = useMemo(() => round.people.filter((it) => it.id !== round.me.person), [round]);
  const actions = useThreadActions(round.id, answer.question, others);
  const act = (thread: string, what: ThreadAct): void => {
    setFailed(null);
    actions.mutate(what, {
      onSuccess: (started) => {
        if (what.kind !== 'start') return;
        onText.stop();
        onText.choose(started?.id ?? null);
      },
      onError: (thrown) => setFailed({ thread, sentence: say(...refusalSentence(thrown)) }),
    });
  };
  const shown = answer.threads.filter((it) => it.resolved === null || showsResolved || it.id === onText.chosen);
  const resolvedCount = answer.threads.filter((it) => it.resolved !== null).length;
  const cards = useCards({
    answer,
    others,
    shown,
    onText,
    document,
    version,
    mayComment,
    failed,
    act,
    likelyAgency: likelyAsked(answer, round.me.agency),
  });
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        {mayComment ? (
          <Button size="small" icon="plus" onPress={() => onText.start(null)}>
            {say(threadWords.start)}
          </Button>
        ) : null}
        {resolvedCount === 0 ? null : (
          <label className="flex min-h-7 items-center gap-2 text-13 text-ink-soft">
            <input type="checkbox" checked={showsResolved} onChange={(event) => setShowsResolved(event.target.checked)} />
            {say(threadWords.showResolved, { count: resolvedCount })}
          </label>
        )}
      </div>
      {cards.length === 0 ? (
        <p className="px-1 py-3 text-15 text-ink-soft">{say(resolvedCount === 0 ? threadWords.none : threadWords.noneOpen)}</p>
      ) : null}
      <ThreadColumn cards={cards} chosen={onText.chosen} version={version} topOf={onText.topOf} isPlaced={isPlaced} />
    </div>
  );
}

/** Nobody asks the own agency: the one that leads, or else one that contributes. */
function likelyAsked({ assignment }: AnswerView, mine: AgencyId | null): AgencyId | null {
  if (assignment === null || assignment.leadingAgency !== mine) return assignment?.leadingAgency ?? null;
  return assignment.contributors[0]?.agency ?? null;
}

interface CardsOf {
  readonly answer: AnswerView;
  /** Everybody in the round but the reader: nobody mentions themselves. */
  readonly others: readonly PersonSummary[];
  readonly shown: readonly ThreadView[];
  readonly onText: ThreadsOnText;
  readonly document: Doc | null;
  readonly version: number;
  readonly mayComment: boolean;
  readonly failed: Failed | null;
  readonly likelyAgency: AgencyId | null;
  readonly act: (thread: string, what: ThreadAct) => void;
}

function useCards({
  answer,
  others,
  shown,
  onText,
  document,
  version,
  mayComment,
  failed,
  likelyAgency,
  act,
}: CardsOf): readonly { id: string; card: ReactNode }[] {
  const { round, agencies, people } = useRound();
  const agencyOf = (person: PersonSummary): string => (person.agency === null ? '' : (agencies.get(person.agency)?.shortName ?? ''));
  const failureOf = (thread: string): string | null => (failed?.thread === thread ? failed.sentence : null);
  // The version stands for the text: passages are looked up again when it has changed.
  // oxlint-disable-next-line react/exhaustive-deps
  const states = useMemo(() => new Map(shown.map((it) => [it.id, passageStateOf(it, document)])), [shown, document, version]);
  const actor = actorOf(round.me);
  const threadFacts = (it: ThreadView) => ({
    id: it.id,
    kind: it.kind,
    addressedTo: it.addressedTo,
    startedBy: it.startedBy,
    isResolved: it.resolved !== null,
  });
  const assignmentOf = (it: ThreadView) => round.answers.find((row) => row.question === it.question)?.assignment ?? null;
  const cards = shown.map((it) => ({
    id: it.id as string,
    card: (
      <ThreadCard
        thread={it}
        passage={states.get(it.id) ?? 'none'}
        isChosen={onText.chosen === it.id}
        me={round.me.person}
        mayComment={mayComment}
        mayResolve={resolveThread(actor, threadFacts(it), round).ok}
        mayReopen={reopenThread(actor, threadFacts(it), round).ok}
        people={others}
        nameOf={(person) => people.get(person)?.name ?? ''}
        agencyOf={agencyOf}
        takesPart={(agency) => agency === round.leadAgency || isAssignedTo(assignmentOf(it), agency)}
        agencyName={(agency) => agencies.get(agency)?.name ?? ''}
        mark={(person) => <Face person={people.get(person)} />}
        failure={failureOf(it.id)}
        onChoose={() => onText.choose(it.id)}
        onShowPassage={() => onText.goTo(it.id)}
        onReply={(body) => act(it.id, { kind: 'reply', thread: it.id, body })}
        onEdit={(comment, body) => act(it.id, { kind: 'edit', thread: it.id, comment, body })}
        onDelete={(comment) => act(it.id, { kind: 'delete', thread: it.id, comment })}
        onResolve={() => act(it.id, { kind: 'resolve', thread: it.id })}
        onReopen={() => act(it.id, { kind: 'reopen', thread: it.id })}
      />
    ),
  }));
  if (onText.started === null) return cards;
  const { anchor } = onText.started;
  const composer = (
    <ThreadComposer
      key={anchor === null ? 'question' : anchor.start + anchor.end}
      quote={anchor?.quote ?? null}
      agencies={round.agencies}
      addressing={(agency) => addressingOf(agency, actor, accessFactsOf(round, answer, answer.definition))}
      likelyAgency={likelyAgency}
      people={others}
      agencyOf={agencyOf}
      failure={failureOf(startedId)}
      onStart={(draft) => act(startedId, { kind: 'start', draft, anchor })}
      onCancel={onText.stop}
    />
  );
  return [{ id: startedId, card: composer }, ...cards];
}

/** What T10 says of a query to that agency. */
function addressingOf(addressedTo: AgencyId, actor: Actor, access: AccessFacts): Addressing {
  const query = { kind: 'query', addressedTo } as const;
  if (checkThread(actor, { ...query, letsRead: false }, access).ok) return 'reads';
  return checkThread(actor, { ...query, letsRead: true }, access).ok ? 'will-read' : 'may-not';
}

function Face({ person }: { readonly person: PersonSummary | undefined }): ReactElement | null {
  const { agencies } = useRound();
  if (person === undefined) return null;
  return (
    <Avatar face={{ id: person.id, name: person.name, agency: person.agency === null ? null : (agencies.get(person.agency) ?? null) }} />
  );
}

function passageStateOf(thread: ThreadView, document: Doc | null): PassageState {
  if (thread.anchor === null) return 'none';
  if (document === null) return 'present';
  return resolveAnchor(document, thread.anchor).state;
}
