import fc from 'fast-check';
import { z } from 'zod';
import type { ApiDocument } from '../openapi/api-document.ts';

/** A request as the document describes one, or nearly. */
export interface ArbitraryRequest {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is none. */
  readonly body: string | undefined;
}

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
});
type SchemaObject = z.output<typeof schemaSchema>;

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), schema: schemaSchema }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: schemaSchema })) }).optional(),
});
type Operation = z.output<typeof operationSchema>;

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), schemaSchema).default({}) }),
});

/** What nobody would send by mistake. */
const nasty = fc.oneof(
  fc.constantFrom(
    'a\0b',
    '\ud800',
    "' or 1=1 --',",
    '../../etc/passwd',
    '%2e%2e%2f',
    '__proto__',
    'null',
    '-1',
    '1e309',
    ',()"\\',
    'acmecompany',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const nastyJson = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(1e308, -0, 9_007_199_254_740_992, {}, []),
);

/** Any request to any of the routes; `known` are ids that exist, which are used where an id is wanted. */
export function arbitraryRequest(
  document: ApiDocument,
  { known, without }: { readonly known: readonly string[]; readonly without: readonly string[] },
): fc.Arbitrary<ArbitraryRequest> {
  const { paths, components } = documentSchema.parse(structuredClone(JSON.parse(JSON.stringify(document))));
  const toArbitrary = createToArbitrary(components.schemas, known);
  const requests = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => !without.includes(operation.operationId))
      .map(([method, operation]) => requestOf(path, method, operation, toArbitrary)),
  );
  return fc.oneof(...requests);
}

type ToArbitrary = (schema: SchemaObject, depth?: number) => fc.Arbitrary<unknown>;

function requestOf(
  path: string,
  method: string,
  { operationId, parameters, requestBody }: Operation,
  toArbitrary: ToArbitrary,
): fc.Arbitrary<ArbitraryRequest> {
  const textOf = (schema: SchemaObject) => mostly(toArbitrary(schema).map(toText), nasty);
  const group = (where: 'path' | 'query' | 'header', isOptional: boolean) =>
    fc.record(
      Object.fromEntries(
        parameters.filter((one) => one.in === where).map(({ name, schema }) => [name, textOf(schema)]),
      ),
      isOptional ? { requiredKeys: [] } : {},
    );
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = content
    ? mostly(
        mostly(toArbitrary(content.schema), nastyJson).map((value) => JSON.stringify(value) ?? ''),
        fc.oneof(fc.string(), fc.constantFrom('{', '[[[[', '{"a":', 'null', '')),
      )
    : fc.constant(undefined);
  const contentType = mostly(fc.constant(type), fc.constantFrom('text/plain', 'application/xml', undefined));
  return fc
    .record({
      params: group('path', false),
      query: mostly(group('query', true), fc.dictionary(fc.string({ maxLength: 8 }), nasty, { maxKeys: 2 })),
      headers: group('header', true),
      body,
      contentType,
    })
    .map((drawn) => ({
      operationId,
      method: method.toUpperCase(),
      path: path.replaceAll(/\{(\w+)\}/g, (_, name) => toSegment(String(drawn.params[name]))),
      query: new URLSearchParams(
        Object.entries(drawn.query).map(([name, value]): [string, string] => [
          toWellFormed(name),
          toWellFormed(String(value)),
        ]),
      ).toString(),
      headers: {
        ...Object.fromEntries(
          Object.entries(drawn.headers).filter(([, value]) => /^[\x21-\x7e]*$/.test(String(value))),
        ),
        ...(drawn.body !== undefined &&
          drawn.contentType !== undefined && { 'content-type': drawn.contentType }),
      },
      body: drawn.body,
    }));
}

/** Nine times of ten the one, else the other. */
const mostly = <T, U>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });

function createToArbitrary(
  schemas: Readonly<Record<string, SchemaObject>>,
  known: readonly string[],
): ToArbitrary {
  const parse = (schema: unknown) => schemaSchema.parse(schema ?? {});
  const toArbitrary: ToArbitrary = (schema, depth = 0) => {
    if (schema.$ref !== undefined) {
      return toArbitrary(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth + 1);
    }
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => toArbitrary(parse(one), depth + 1)));
    return fc.oneof(...[schema.type ?? 'any'].flat().map((type) => ofType(type, schema, depth)));
  };
  const ofType = (type: string, schema: SchemaObject, depth: number): fc.Arbitrary<unknown> => {
    switch (type) {
      case 'string':
        return textFor(schema, known);
      case 'integer':
        return fc.integer({
          min: schema.minimum ?? -10,
          max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1),
        });
      case 'number':
        return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(toArbitrary(parse(schema.items), depth + 1), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 6, 6),
        });
      case 'object':
        return objectFor(schema, depth);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  };
  const objectFor = ({ properties = {}, required = [] }: SchemaObject, depth: number) => {
    const fields = Object.entries(properties).map(([name, one]) => {
      const value = toArbitrary(parse(one), depth + 1);
      // A wrong value in one field of many, so that most of a request gets through.
      return [name, fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: nastyJson })] as const;
    });
    return fc
      .tuple(
        fc.record(Object.fromEntries(fields), { requiredKeys: required }),
        mostly(fc.constant({}), fc.dictionary(nasty, nastyJson, { maxKeys: 1 })),
      )
      .map(([one, other]) => ({ ...one, ...other }));
  };
  return toArbitrary;
}

function textFor(schema: SchemaObject, known: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === 'uuid' || schema.pattern?.includes('[0-9a-fA-F]{8}')) {
    return fc.oneof(fc.constantFrom(...known), fc.uuid());
  }
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.pattern !== undefined) {
    return fc.oneof(fc.stringMatching(new RegExp(schema.pattern, 'u')), fc.constantFrom(...known));
  }
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 40, 60) });
}

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : String(JSON.stringify(value));
const toWellFormed = (text: string) => text.toWellFormed();
const toSegment = (text: string) => encodeURIComponent(toWellFormed(text)) || '%20';
