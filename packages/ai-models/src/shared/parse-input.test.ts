import { expect, it } from 'vitest';
import { z } from 'zod';
import { AiModelsError, ConfigError, InputError } from '../errors/index.ts';
import { parseInput } from './parse-input.ts';

const schema = z.strictObject({
  name: z.string().max(5),
  count: z.int().min(1).max(8),
  kind: z.enum(['a', 'b']).optional(),
  tags: z.array(z.string()).min(1).optional(),
  apiToken: z.string().max(3).optional(),
  share: z.number('Use a share from 0 to 1.').max(1, 'Use a share from 0 to 1.').optional(),
});

function problemsOf(input: unknown) {
  try {
    parseInput(schema, input, { subject: 'The order' });
  } catch (error) {
    if (InputError.isInstance(error))
      return error.problems.map((one) => `${one.path} ${one.message}. ${one.fix}`);
    throw error;
  }
  return [];
}

it('gives what a schema makes of it', () => {
  expect(parseInput(schema, { name: 'x', count: 2 }, { subject: 'The order' })).toEqual({
    name: 'x',
    count: 2,
  });
});

it('names everything that is wrong, and what to write instead', () => {
  expect(
    problemsOf({ name: 'too long', count: 9.5, kind: 'c', tags: [], share: 2, unknown: 1, nam: 'x' }),
  ).toEqual([
    'name is "too long". Use at most 5 characters.',
    'count is 9.5. Use a whole number.',
    'kind is "c". Use one of "a", "b".',
    'tags is []. Use at least 1 entries.',
    'share is 2. Use a share from 0 to 1.',
    'unknown is not known here. Remove it, or correct its spelling.',
    'nam is not known here. Remove it, or correct its spelling.',
  ]);
  expect(problemsOf({})).toEqual(['name is missing. Use a text.', 'count is missing. Use a number.']);
  expect(problemsOf(null)).toEqual(['it is null. Use an object with named fields.']);
});

it('repeats no secret', () => {
  const text = problemsOf({ name: 'x', count: 1, apiToken: 'opaque' }).join();
  expect(text).toBe('apiToken is not usable. Use at most 3 characters.');
  expect(problemsOf({ name: 'r8_abcdefgh12345', count: 1 }).join()).not.toContain('abcdefgh');
});

it('takes no half of a letter, which no database takes, wherever it stands', () => {
  const anything = z.looseObject({});
  const refused = (input: unknown) => {
    try {
      parseInput(anything, input, { subject: 'The order' });
    } catch (error) {
      if (InputError.isInstance(error)) return error.problems.map(({ path }) => path);
      throw error;
    }
    return [];
  };
  expect(
    refused({ name: 'a\ud83d', tags: ['fine 🐈', '\udc08'], note: { 'by\ud83d': { at: '\ud83d' } } }),
  ).toEqual(['name', 'tags[1]', 'note.by\ufffd', 'note.by\ufffd.at']);
  expect(problemsOf({ name: 'a\ud83d', count: 1 })).toEqual([
    'name is "a\\ud83d". Use whole letters: it has half of one, as when a text was cut through.',
  ]);
  expect(refused({ name: 'fine 🐈', at: new Date(0), bytes: new Uint8Array(3), none: null })).toEqual([]);
  const ring: Record<string, unknown> = { name: 'ring' };
  ring.self = ring;
  expect(refused(ring)).toEqual([]);
});

it('throws the error of its code', () => {
  const attempt = (code: 'config_invalid' | 'prompt_invalid') => () =>
    parseInput(schema, {}, { subject: 'The config', code });
  expect(attempt('config_invalid')).toThrow(ConfigError);
  expect(attempt('prompt_invalid')).toThrow(
    expect.objectContaining({ name: 'InputError', code: 'prompt_invalid' }),
  );
  expect(attempt('config_invalid')).toThrow(/^The config cannot be used:\n- name is missing/);
  expect(InputError.isInstance(new AiModelsError({ code: 'input_invalid', message: 'x' }))).toBe(false);
});
