// The addresses of the pages. Every screen is loaded when it is first shown.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { asId, type QuestionId, type RoundId } from '@chancery/domain';
import { questionnaireQuery, roundQuery, signInQuery } from '../api/queries.ts';
import { readFilters } from '../features/overview/filters.ts';
import { isOwnPath } from '../features/sign-in/own-path.ts';
import { onDemand } from '../ui/page/on-demand.ts';
import { NotFound, PageFailure } from './PageFailure.tsx';
import { PagePending, RoundLayout } from './RoundLayout.tsx';
import { SignedInLayout } from './SignedInLayout.tsx';

interface RouterContext {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } => (isOwnPath(search['to']) ? { to: search['to'] } : {}),
  component: onDemand(() => import('../screens/SignInScreen.tsx').then((it) => it.SignInScreen)),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: onDemand(() => import('../screens/WelcomeScreen.tsx').then((it) => it.WelcomeScreen)),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: onDemand(() => import('../screens/ForgottenScreen.tsx').then((it) => it.ForgottenScreen)),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const signIn = await context.client.ensureQueryData(signInQuery);
    if (signIn.person === null) redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href }, throw: true });
  },
  component: SignedInLayout,
});

const rounds = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: onDemand(() => import('../screens/RoundsScreen.tsx').then((it) => it.RoundsScreen)),
});

const admin = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  component: onDemand(() => import('../screens/AdminScreen.tsx').then((it) => it.AdminScreen)),
});

const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin/accounts',
  component: onDemand(() => import('../screens/AccountsScreen.tsx').then((it) => it.AccountsScreen)),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: onDemand(() => import('../screens/AccountScreen.tsx').then((it) => it.AccountScreen)),
});

const round = createRoute({
  getParentRoute: () => signedIn,
  path: '/rounds/$round',
  params: { parse: ({ round: id }) => ({ round: asId<RoundId>(id) }), stringify: ({ round: id }) => ({ round: id }) },
  loader: async ({ context: { client }, params }) => {
    // Failures are shown by the layout, which asks again.
    const view = await client.ensureQueryData(roundQuery(params.round)).catch(() => null);
    if (view !== null) await client.prefetchQuery(questionnaireQuery(view.questionnaire));
  },
  component: RoundLayout,
});

const inRound = { getParentRoute: () => round } as const;

const overview = createRoute({
  ...inRound,
  path: '/',
  validateSearch: readFilters,
  component: onDemand(() => import('../screens/OverviewScreen.tsx').then((it) => it.OverviewScreen)),
});

const question = createRoute({
  ...inRound,
  path: '/questions/$question',
  params: { parse: ({ question: id }) => ({ question: asId<QuestionId>(id) }), stringify: ({ question: id }) => ({ question: id }) },
  component: onDemand(() => import('../screens/question/QuestionScreen.tsx').then((it) => it.AnswerScreen)),
});

const questionnaire = createRoute({
  ...inRound,
  path: '/questionnaire',
  component: onDemand(() => import('../screens/QuestionnaireScreen.tsx').then((it) => it.QuestionnaireScreen)),
});

const people = createRoute({
  ...inRound,
  path: '/people',
  component: onDemand(() => import('../screens/PeopleScreen.tsx').then((it) => it.PeopleScreen)),
});

const importing = createRoute({
  ...inRound,
  path: '/import',
  component: onDemand(() => import('../screens/ImportScreen.tsx').then((it) => it.ImportScreen)),
});

const exporting = createRoute({
  ...inRound,
  path: '/exports',
  component: onDemand(() => import('../screens/ExportsScreen.tsx').then((it) => it.ExportsScreen)),
});

const approval = createRoute({
  ...inRound,
  path: '/approval',
  component: onDemand(() => import('../screens/approval/ApprovalScreen.tsx').then((it) => it.ApprovalScreen)),
});

const record = createRoute({
  ...inRound,
  path: '/record',
  component: onDemand(() => import('../screens/RecordScreen.tsx').then((it) => it.RecordScreen)),
});

const tree = root.addChildren([
  signIn,
  welcome,
  forgotten,
  signedIn.addChildren([
    rounds,
    admin,
    accounts,
    account,
    round.addChildren([overview, question, questionnaire, people, importing, exporting, approval, record]),
  ]),
]);

/** The router of the page, over one cache. */
export function createPageRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
