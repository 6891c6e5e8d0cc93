// The accounts of the installation, for administrators.
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { accountsQuery, signInQuery } from '../api/queries.ts';
import { AccountRow } from '../features/account/AccountRow.tsx';
import { accountWords } from '../features/account/words.ts';
import { administrationWords } from '../features/round/words.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/form/Field.tsx';
import { Card } from '../ui/page/Card.tsx';
import { EmptyState, ErrorState } from '../ui/page/EmptyState.tsx';
import { PageHead } from '../ui/page/PageHead.tsx';
import { SkeletonRows } from '../ui/page/Skeleton.tsx';
import { usePageTitle } from '../ui/page/use-page-title.ts';
import { useWords } from '../words/use-words.ts';

export function AccountsScreen(): ReactElement {
  const { say } = useWords();
  const { data: signIn } = useQuery(signInQuery);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const wanted = useDeferredValue(text.trim());
  usePageTitle(say(accountWords.title));
  const isAdministrator = signIn?.person?.isAdministrator === true;
  const { data, error, refetch } = useQuery({ ...accountsQuery(wanted, page), enabled: isAdministrator });
  if (!isAdministrator)
    return (
      <EmptyState icon="lock" title={say(administrationWords.notYours)} isPage>
        {say(administrationWords.notYoursWhy)}
      </EmptyState>
    );
  const pages = data === undefined ? 1 : Math.max(1, Math.ceil(data.total / data.pageSize));
  return (
    <>
      <PageHead title={say(accountWords.title)} detail={say(accountWords.detail)} />
      <div className="mx-auto flex max-w-[88rem] flex-col gap-4 px-4 pb-16 sm:px-6">
        <div className="max-w-md">
          <TextField
            label={say(accountWords.find)}
            type="search"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setPage(1);
            }}
          />
          <output className="mt-1 block text-13 text-ink-soft">
            {data === undefined ? '' : say(accountWords.found, { count: data.total })}
          </output>
        </div>
        <Card>
          {data === undefined ? (
            error === null ? (
              <SkeletonRows rows={5} />
            ) : (
              <ErrorState error={error} onRetry={() => void refetch()} />
            )
          ) : data.accounts.length === 0 ? (
            <EmptyState icon="search" title={say(accountWords.none)}>
              {say(accountWords.noneWhy)}
            </EmptyState>
          ) : (
            <ul>
              {data.accounts.map((account) => (
                <AccountRow key={account.person} account={account} isSelf={account.person === signIn?.person?.id} />
              ))}
            </ul>
          )}
        </Card>
        {pages > 1 ? <Pages page={page} pages={pages} onTurn={setPage} /> : null}
      </div>
    </>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

function Pages({ page, pages, onTurn }: PagesProps): ReactElement {
  const { say } = useWords();
  return (
    <nav aria-label={say(accountWords.pages)} className="flex items-center gap-4">
      {page > 1 ? <Button onPress={() => onTurn(page - 1)}>{say(accountWords.before)}</Button> : null}
      <span aria-live="polite" className="numbers-aligned text-15">
        {say(accountWords.page, { page, pages })}
      </span>
      {page < pages ? <Button onPress={() => onTurn(page + 1)}>{say(accountWords.next)}</Button> : null}
    </nav>
  );
}
