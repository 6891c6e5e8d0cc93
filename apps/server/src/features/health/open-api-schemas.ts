// The schemas of the OpenAPI description: those of the contract, each named one once, and beside them the documents that it takes as they are.
import { problemCodes } from '@chancery/contract';
import { entryKinds } from '@chancery/domain';
import { questionnaireSchema, questionSchema } from '@chancery/questionnaires';
import { z } from 'zod';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Collects the schemas that operations refer to, under `components/schemas`. */
export class NamedSchemas {
  readonly #named = new Map<string, JsonSchema>(Object.entries(documents));

  /** A reference to the schema, which is kept under `name` unless it has a name of its own. */
  refer(name: string, schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    for (const [id, definition] of Object.entries($defs)) this.#keep(id, definition);
    const id = typeof own.id === 'string' ? own.id : name;
    if (own.$ref !== undefined) return moved(own);
    this.#keep(id, own);
    return { $ref: `#/components/schemas/${id}` };
  }

  all(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#named].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }

  #keep(name: string, schema: object): void {
    const { id: _id, ...rest } = schema as JsonSchema;
    if (!Object.hasOwn(documents, name)) this.#named.set(name, moved(rest));
  }
}

/** The same with its references pointing at the components. */
function moved(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

function jsonOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

const text = { type: 'string' };
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: JsonSchema) => ({ type: 'array', items });
const mapOf = (values: JsonSchema) => ({ type: 'object', additionalProperties: values });
const either = (...schemas: readonly JsonSchema[]) => ({ anyOf: schemas });

function object(required: Readonly<Record<string, JsonSchema>>, optional: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional } };
}

const attributes = mapOf({ type: ['string', 'number', 'boolean', 'null'] });
const printedPerson = {
  person: text,
  name: text,
  title: text,
  agency: either(object({ id: text, name: text }), { type: 'null' }),
  role: text,
};
const voucher = either(object({ ...printedPerson, at: { type: 'integer' } }), { type: 'null' });

/** What the contract carries as it is, since the domain describes it and the server alone writes it. */
const documents: Readonly<Record<string, JsonSchema>> = {
  Questionnaire: jsonOf(questionnaireSchema),
  Question: jsonOf(questionSchema),
  ProseNode: {
    description: 'ProseMirror JSON of the allowed schema; empty attributes and default marks are left out.',
    ...object(
      { type: text },
      { attrs: attributes, content: listOf(ref('ProseNode')), marks: listOf(object({ type: text }, { attrs: attributes })), text },
    ),
  },
  FieldValue: {
    oneOf: [
      object({ kind: { const: 'line' }, text }),
      object({ kind: { const: 'text' }, prose: ref('ProseNode') }),
      object({ kind: { const: 'choice' }, chosen: listOf(text) }, { remarks: mapOf(text), toConfirm: { const: true } }),
      object({ kind: { const: 'grid' }, rows: mapOf(ref('ProseNode')) }),
    ],
  },
  AnswerContent: {
    description: 'A field that holds nothing is absent. The digest of an answer is SHA-256 over the RFC 8785 form of this.',
    ...object({ question: text, fields: mapOf(ref('FieldValue')) }),
  },
  RecordEntry: object({
    sequence: { type: 'integer', minimum: 1 },
    at: { type: 'string', format: 'date-time' },
    kind: { enum: [...entryKinds] },
    by: object(printedPerson, { vouchedBy: voucher, confirmedBy: voucher }),
    words: text,
    scope: listOf(object({ question: text, digest })),
    authentication: object({ method: { enum: ['password', 'system'] }, at: { type: 'integer' } }),
    details: { type: 'object' },
    previous: digest,
    hash: digest,
  }),
  RecordFile: object({
    format: { const: 'chancery-record/1' },
    round: object({ id: text, title: text, country: text, phase: { enum: ['open', 'approved', 'sent'] } }),
    questionnaire: ref('Questionnaire'),
    contents: listOf(object({ question: text, digest, content: ref('AnswerContent') })),
    entries: listOf(ref('RecordEntry')),
  }),
  Problem: {
    description: `RFC 9457 problem details. \`code\` is one of ${Object.keys(problemCodes).join(', ')}, or the code of the refusal.`,
    ...object(
      { type: text, title: text, status: { type: 'integer' }, code: text },
      {
        detail: text,
        refusal: object({ code: text }),
        requestId: { type: 'string', description: 'By which the log of the server names this request.' },
        retryAfter: { type: 'integer', description: 'Seconds after which it makes sense to try again.' },
        maxBytes: { type: 'integer', description: 'With too-large: how much can be sent.' },
        matched: { type: 'integer', description: 'With import-not-a-questionnaire: how many questions were found in the file.' },
        questions: { ...listOf(text), description: 'With answer-unreadable: the questions whose answers cannot be read.' },
      },
    ),
  },
};
