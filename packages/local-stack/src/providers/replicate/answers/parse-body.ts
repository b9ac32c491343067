import type { z } from 'zod';
import { type InvalidField, problems } from './api-problem.ts';

/** Reads what a caller sent, or refuses it as Replicate does, naming each field that is wrong. */
export function parseBody<T>(schema: z.ZodType<T>, value: unknown, name = ''): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw problems.inputInvalid(parsed.error.issues.flatMap((issue) => toInvalidFields(issue, value, name)));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problems.refused('The request body is not valid JSON');
  }
}

function toInvalidFields(issue: z.core.$ZodIssue, root: unknown, name: string): InvalidField[] {
  const path = [...(name ? [name] : []), ...issue.path.map(String)];
  const field = path.join('.');
  const parent = path.slice(0, -1).join('.') || '(root)';
  const one = (type: string, description: string, of = field): InvalidField[] => [
    { type, field: of || '(root)', description },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) =>
        one('additional_property_not_allowed', `Additional property ${key} is not allowed`),
      );
    case 'invalid_value':
      return one(
        'enum',
        `${field} must be one of the following: ${issue.values.map((one) => JSON.stringify(one)).join(', ')}`,
      );
    case 'too_small':
      return issue.origin === 'string'
        ? one('string_gte', `String length must be greater than or equal to ${issue.minimum}`)
        : one('number_gte', `Must be greater than or equal to ${issue.minimum}`);
    case 'too_big':
      return issue.origin === 'string'
        ? one('string_lte', `String length must be less than or equal to ${issue.maximum}`)
        : one('number_lte', `Must be less than or equal to ${issue.maximum}`);
    case 'invalid_type':
      return valueAt(root, issue.path) === undefined
        ? one('required', `${path.at(-1) ?? 'body'} is required`, parent)
        : one('invalid_type', `Invalid type. Expected: ${issue.expected}`);
    default:
      return one('format', issue.message);
  }
}

function valueAt(root: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
