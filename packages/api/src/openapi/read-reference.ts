import { documentSchema, type OperationObject, type SchemaObject, schemaSchema } from './document-shape.ts';

/** What the page shows of a document. */
export interface Reference {
  readonly title: string;
  readonly description: readonly string[];
  readonly areas: readonly {
    readonly name: string;
    readonly id: string;
    readonly description: string;
    readonly operations: readonly Operation[];
  }[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isOpen: boolean;
  readonly parameters: readonly Field[];
  readonly body: {
    readonly type: string;
    readonly fields: readonly Field[];
    readonly example: string | null;
  } | null;
  readonly answers: readonly {
    readonly status: string;
    readonly description: string;
    readonly fields: readonly string[];
  }[];
  /** Everything that a search may find it by, in lower case. */
  readonly words: string;
}

/** Takes from a document what people read, area by area. */
export function readReference(document: unknown): Reference {
  const { info, tags, paths, components } = documentSchema.parse(document);
  const follow = (schema: SchemaObject): SchemaObject =>
    schema.$ref === undefined ? schema : (components.schemas[nameOf(schema.$ref)] ?? schema);
  const resolve = (responses: OperationObject['responses']) =>
    Object.fromEntries(
      Object.entries(responses).map(([status, one]) => [
        status,
        one.$ref === undefined ? one : (components.responses[nameOf(one.$ref)] ?? one),
      ]),
    );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      tags: one.tags,
      said: describe({ ...one, path, method, responses: resolve(one.responses) }, follow),
    })),
  );
  return {
    title: info.title,
    description: info.description.split('\n\n'),
    areas: tags.flatMap(({ name, description }) => {
      const own = operations.filter((one) => one.tags.includes(name)).map(({ said }) => said);
      return own.length === 0
        ? []
        : [{ name, id: `area-${name.toLowerCase()}`, description, operations: own }];
    }),
  };
}

function describe(
  one: OperationObject & { readonly path: string; readonly method: string },
  follow: (schema: SchemaObject) => SchemaObject,
): Operation {
  const { path, method } = one;
  const [type, content] = Object.entries(one.requestBody?.content ?? {})[0] ?? [];
  const parameters = one.parameters.map(({ name, required, schema, description }) => ({
    name,
    type: typeOf(schema),
    isRequired: required,
    description: description ?? schema.description ?? '',
  }));
  const answers = answersOf(one, follow);
  const example = content?.example === undefined ? null : JSON.stringify(content.example, null, 2);
  const body = type === undefined ? null : { type, fields: fieldsOf(follow(content?.schema ?? {})), example };
  const said = [
    path,
    method,
    one.operationId,
    one.summary,
    one.description,
    ...answers.map(({ status }) => status),
  ];
  return {
    id: one.operationId,
    method,
    path,
    summary: one.summary,
    description: one.description,
    isOpen: one.security.length === 0,
    parameters,
    body,
    answers,
    words: [...said, ...parameters.map(({ name }) => name), ...(body?.fields.map(({ name }) => name) ?? [])]
      .join(' ')
      .toLowerCase(),
  };
}

function answersOf({ responses }: OperationObject, follow: (schema: SchemaObject) => SchemaObject) {
  return Object.entries(responses).map(([status, { description, content = {} }]) => {
    const [answered] = Object.values(content);
    const fields = Number(status) < 300 ? fieldsOf(follow(answered?.schema ?? {})) : [];
    return { status, description, fields: fields.map(({ name }) => name) };
  });
}

const fieldsOf = ({ properties = {}, required = [] }: SchemaObject): Field[] =>
  Object.entries(properties).map(([name, found]) => {
    const schema = schemaSchema.parse(found);
    return {
      name,
      type: typeOf(schema),
      isRequired: required.includes(name),
      description: schema.description ?? '',
    };
  });

function typeOf(schema: SchemaObject): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.anyOf)
    return [...new Set(schema.anyOf.map((one) => typeOf(schemaSchema.parse(one))))].join(' | ');
  const type = [schema.type ?? 'anything'].flat().join(' | ');
  return type === 'array' ? `list of ${typeOf(schemaSchema.parse(schema.items ?? {}))}` : type;
}

const nameOf = (reference: string) => reference.split('/').at(-1) ?? reference;
