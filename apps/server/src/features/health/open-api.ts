// The OpenAPI description, made from the contract so that it cannot say something else.
import { endpoints, exportFormats, files, type RouteName, routes } from '@chancery/contract';
import { exportTypes } from '../exchange/index.ts';
import { NamedSchemas } from './open-api-schemas.ts';

/** OpenAPI 3.1 of every endpoint of the contract, and of the downloads and streams beside them. */
export function openApi(): object {
  const schemas = new NamedSchemas();
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method, path] = routes[name].split(' ') as [string, string];
    const template = templateOf(path);
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(schemas, name, path) };
  }
  for (const name of Object.keys(downloads) as (keyof typeof downloads)[]) {
    paths[templateOf(files[name])] = { get: download(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Chancery',
      version: '1',
      description: 'The HTTP API of Chancery. Failures are RFC 9457 problem details with a `code`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'chancery_session',
          description: 'Over https its name is `__Host-chancery_session`.',
        },
      },
      responses: Object.fromEntries(Object.entries(failures).map(([name, description]) => [name, { description, content: problem }])),
      schemas: schemas.all(),
    },
    paths,
  };
}

/** The responses of the addresses that carry no JSON of the contract. Documents and links speak WebSocket, which OpenAPI cannot describe. */
const downloads = {
  exportRound: { summary: 'The form of a round as a file', types: exportFormats.map((format) => exportTypes[format].replace(/;.*/, '')) },
  record: { summary: 'The record of a round as a file that can be checked without the server', types: ['application/json'] },
  events: { summary: 'What changes in a round, as it changes', types: ['text/event-stream'] },
} satisfies Partial<Record<keyof typeof files, { summary: string; types: readonly string[] }>>;

/** Endpoints that anyone may call who is not signed in. */
const open: ReadonlySet<RouteName> = new Set([
  'readHealth',
  'readDemo',
  'readSession',
  'signIn',
  'signOut',
  'readInvitation',
  'useInvitation',
  'requestPasswordLink',
]);

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const failures = {
  Malformed: 'The request could not be understood.',
  NotSignedIn: 'Nobody is signed in, or the password is wrong.',
  NotPermitted: 'The role of this person does not allow it.',
  NotFound: 'There is nothing here, or it is not open to this person.',
  Refused: 'A rule said no; `refusal` has its values.',
  Failure: 'Any other problem.',
} as const;

function operation(schemas: NamedSchemas, name: RouteName, path: string): object {
  const { summary, response } = endpoints[name];
  return {
    operationId: name,
    summary,
    parameters: [...pathParameters(path), ...(otherParameters[name] ?? [])],
    ...(open.has(name) ? { security: [] } : {}),
    ...requestBody(schemas, name),
    responses: {
      ...responses(
        summary,
        name === 'openLink' ? bytes : { [typeOf(name)]: { schema: schemas.refer(`${titleOf(name)}Response`, response, 'output') } },
      ),
      ...failuresOf(name, path),
    },
  };
}

function download(name: keyof typeof downloads): object {
  const { summary, types } = downloads[name];
  const content = Object.fromEntries(
    types.map((type) => [type, name === 'record' ? { schema: { $ref: '#/components/schemas/RecordFile' } } : {}]),
  );
  const parameters = pathParameters(files[name]).map((it) =>
    it.name === 'format' ? { ...it, schema: { ...it.schema, enum: exportFormats } } : it,
  );
  return { operationId: name, summary, parameters, responses: { ...responses(summary, content), ...failuresOf(null, files[name]) } };
}

const otherParameters: Partial<Record<RouteName, readonly object[]>> = {
  previewImport: [{ name: 'X-File-Name', in: 'header', description: 'Percent-encoded.', schema: { type: 'string' } }],
  sendToLink: [
    { name: 'sequence', in: 'query', required: true, description: 'Counts the requests of the link from 1.', schema: { type: 'integer' } },
  ],
};

const bytes = { 'application/octet-stream': {} };

function typeOf(name: RouteName): string {
  return name === 'runImport' ? 'application/x-ndjson' : 'application/json';
}

/** A filled form is sent as the file that it is, and frames as the bytes that they are. */
function requestBody(schemas: NamedSchemas, name: RouteName): object {
  const { body } = endpoints[name];
  if (name === 'previewImport' || name === 'sendToLink') return { requestBody: { required: true, content: bytes } };
  if (body === null) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemas.refer(`${titleOf(name)}Request`, body, 'input') } } },
  };
}

function responses(description: string, content: object): object {
  return { '200': { description, content } };
}

/** `name` is null for a download, which people who are signed in read. */
function failuresOf(name: RouteName | null, path: string): object {
  const isOpen = name !== null && open.has(name);
  const answer = (failure: keyof typeof failures) => ({ $ref: `#/components/responses/${failure}` });
  const takesBody = name !== null && endpoints[name].body !== null;
  return {
    ...(takesBody || path.includes(':') ? { '400': answer('Malformed') } : {}),
    ...(isOpen && name !== 'signIn' ? {} : { '401': answer('NotSignedIn') }),
    ...(isOpen ? {} : { '403': answer('NotPermitted') }),
    ...(path.includes(':') ? { '404': answer('NotFound') } : {}),
    ...(name === null || routes[name].startsWith('GET') ? {} : { '409': answer('Refused') }),
    '4XX': answer('Failure'),
    '5XX': answer('Failure'),
  };
}

function titleOf(name: RouteName): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}
