import type { z } from 'zod';
import type { Problem } from '../errors/index.ts';
import { cutText } from './cut-text.ts';
import { isSecretName, redactText } from './logging/redact.ts';

type Issue = z.core.$ZodIssue;

/** Says in plain words what zod found. The text of an issue is what to write instead: see {@link describeFix}. */
export function describeIssues(issues: readonly Issue[], input: unknown): readonly Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const fix = 'Remove it, or correct its spelling.';
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key]),
        message: 'is not known here',
        fix,
      }));
    }
    const value = quote(valueAt(input, issue.path), issue.path);
    return [
      {
        path: formatPath(issue.path),
        message: value === null ? 'is missing' : `is ${value}`,
        fix: issue.message,
      },
    ];
  });
}

/** What to write instead, where a schema gives no text of its own. */
export function describeFix(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Use ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Use ${listOf(issue.values)}.`;
    case 'too_small':
      return `Use ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unit(issue.origin)}.`;
    case 'too_big':
      return `Use ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unit(issue.origin)}.`;
    case 'not_multiple_of':
      return `Use a multiple of ${issue.divisor}.`;
    case 'invalid_format':
      return `Use ${formats[issue.format] ?? 'the right form'}.`;
    default:
      return 'Use another value.';
  }
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  date: 'a date',
  function: 'a function',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with named fields',
  record: 'an object with named fields',
  string: 'a text',
};

const formats: Readonly<Record<string, string>> = {
  url: 'an address with https://',
  uuid: 'an id, such as "3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77"',
  guid: 'an id, such as "3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77"',
  email: 'an e-mail address',
};

const unit = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '');

const listOf = (values: readonly unknown[]) =>
  `${values.length > 1 ? 'one of ' : ''}${values.map((value) => JSON.stringify(value)).join(', ')}`;

function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? 'it' : text.replace(/^\./, '').toWellFormed();
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

/** A value as JSON, short enough for a line; null when there is none. Secrets are not repeated. */
function quote(value: unknown, path: readonly PropertyKey[]): string | null {
  if (value === undefined) return null;
  if (path.some((part) => isSecretName(String(part)))) return 'not usable';
  const text = typeof value === 'number' ? String(value) : toJson(value);
  return redactText(text.length <= 60 ? text : `${cutText(text, 57)}…`);
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return `a ${typeof value} that cannot be shown`;
  }
}
