// The OpenAPI description, made from the contract so that it cannot say something else.
import { endpoints, exportFormats, files, type RouteName, routes } from '@chancery/contract';
import { z } from 'zod';
import { exportTypes } from '../exchange/index.ts';

/** OpenAPI 3.1 of every endpoint of the contract, and of the downloads and streams beside them. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method, path] = routes[name].split(' ') as [string, string];
    const template = templateOf(path);
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(name, path) };
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
    },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'chancery_session' } } },
    paths,
  };
}

/** The responses of the addresses that carry no JSON of the contract. Documents and links speak WebSocket, which OpenAPI cannot describe. */
const downloads = {
  exportRound: { summary: 'The form of a round as a file', types: exportFormats.map((format) => exportTypes[format].replace(/;.*/, '')) },
  record: { summary: 'The record of a round as a file that can be checked without the server', types: ['application/json'] },
  events: { summary: 'What changes in a round, as it changes', types: ['text/event-stream'] },
} satisfies Partial<Record<keyof typeof files, { summary: string; types: readonly string[] }>>;

function operation(name: RouteName, path: string): object {
  const { summary, response } = endpoints[name];
  return {
    operationId: name,
    summary,
    parameters: [...pathParameters(path), ...(otherParameters[name] ?? [])],
    ...requestBody(name),
    responses: responses(summary, name === 'openLink' ? bytes : { [typeOf(name)]: { schema: schemaOf(response, 'output') } }),
  };
}

function download(name: keyof typeof downloads): object {
  const { summary, types } = downloads[name];
  const content = Object.fromEntries(types.map((type) => [type, {}]));
  const parameters = pathParameters(files[name]).map((it) =>
    it.name === 'format' ? { ...it, schema: { ...it.schema, enum: exportFormats } } : it,
  );
  return { operationId: name, summary, parameters, responses: responses(summary, content) };
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
function requestBody(name: RouteName): object {
  const { body } = endpoints[name];
  if (name === 'previewImport' || name === 'sendToLink') return { requestBody: { required: true, content: bytes } };
  if (body === null) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
}

function responses(description: string, content: object): object {
  return {
    '200': { description, content },
    default: { description: 'A problem or a refusal', content: { 'application/problem+json': { schema: problemSchema } } },
  };
}

function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    refusal: { type: 'object' },
    retryAfter: { type: 'integer', description: 'Seconds after which it makes sense to try again.' },
    maxBytes: { type: 'integer', description: 'With too-large: how much can be sent.' },
    matched: { type: 'integer', description: 'With import-not-a-questionnaire: how many questions were found in the file.' },
    questions: {
      type: 'array',
      items: { type: 'string' },
      description: 'With answer-unreadable: the questions whose answers cannot be read.',
    },
  },
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
