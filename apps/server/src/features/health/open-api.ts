// Owns the OpenAPI description, made from the contract so that it cannot say something else.
import { endpoints, type RouteName, routes } from '@chancery/contract';
import { z } from 'zod';

/** OpenAPI 3.1 of every endpoint of the contract. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method, path] = routes[name].split(' ') as [string, string];
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(name, path) };
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

function operation(name: RouteName, path: string): object {
  const { summary, body, answer } = endpoints[name];
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: name,
    summary,
    parameters,
    ...(body === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: {
      '200': { description: summary, content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
      default: { description: 'A problem or a refusal', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  };
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
  },
};

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
