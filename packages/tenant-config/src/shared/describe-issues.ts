import type { z } from 'zod';
import type { Problem } from './problems.ts';

type Issue = z.core.$ZodIssue;
type Finding = Omit<Problem, 'path'>;

export interface DescribeIssuesOptions {
  /** What was checked; its values are quoted. */
  input: unknown;
  /** What the whole value is called, for a problem that is nowhere inside of it. */
  root: string;
}

/** Says in plain words what zod found. Schemas give rules of their own a text which says what to write instead. */
export function describeIssues(
  issues: readonly Issue[],
  { input, root }: DescribeIssuesOptions,
): readonly Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const fix = 'Remove it, or correct its spelling.';
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key], root),
        message: 'is not known here',
        fix,
      }));
    }
    return [
      { path: formatPath(issue.path, root), ...describeIssue(issue, quote(valueAt(input, issue.path))) },
    ];
  });
}

function describeIssue(issue: Issue, value: string | null): Finding {
  if (value === null && issue.code !== 'custom') {
    return { message: 'is missing', fix: `Add ${expectation(issue)}.` };
  }
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return { message: `is ${value}`, fix: `Use ${expectation(issue)}.` };
    case 'too_small':
    case 'too_big':
      return describeSize(issue, value);
    case 'invalid_key':
      return { message: 'has a name that cannot be used', fix: issue.issues[0]?.message ?? issue.message };
    case 'custom':
      return { message: String(issue.params?.problem ?? `is ${value}`), fix: issue.message };
    default:
      return { message: `is ${value}`, fix: issue.message };
  }
}

function describeSize(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: string | null,
): Finding {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const bound = small ? `at least ${limit}` : `at most ${limit}`;
  if (issue.origin === 'string') {
    return { message: small ? 'is too short' : 'is too long', fix: `Use ${bound} characters.` };
  }
  if (issue.origin === 'array') {
    return { message: small ? 'has too few entries' : 'has too many entries', fix: `List ${bound}.` };
  }
  const strictly = issue.inclusive ? bound : `${small ? 'more' : 'less'} than ${limit}`;
  return { message: `is ${value}`, fix: `Use ${strictly}.` };
}

const kinds: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object with named fields',
  record: 'an object with named fields',
  string: 'a text',
};

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    const whole = 'format' in issue && issue.format === 'safeint';
    return kinds[whole ? 'int' : issue.expected] ?? issue.expected;
  }
  const options =
    issue.code === 'invalid_value' ? issue.values : 'options' in issue ? (issue.options ?? []) : [];
  return options.length === 0
    ? 'a value'
    : options.length === 1
      ? JSON.stringify(options[0])
      : `one of ${options.map((option) => JSON.stringify(option)).join(', ')}`;
}

function formatPath(path: readonly PropertyKey[], root: string): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? root : text.replace(/^\./, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

/** A value as JSON, short enough for a line; null when there is none. */
function quote(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
