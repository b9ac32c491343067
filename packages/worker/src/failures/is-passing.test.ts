import { AiModelsError } from '@act/ai-models';
import { expect, it } from 'vitest';
import { isPassing } from './is-passing.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

it.each([
  [
    'a call that may work later',
    new AiModelsError({ code: 'database_failed', message: 'x', retryable: true }),
  ],
  ['a stop', new AiModelsError({ code: 'aborted', message: 'x' })],
  ['a refused connection', withCode('ECONNREFUSED')],
  ['a full server', withCode('53300')],
  ['a server that stops', withCode('57P01')],
  ['a deadlock', withCode('40P01')],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ['a fetch without a network', new TypeError('fetch failed', { cause: withCode('ENOTFOUND') })],
  [
    'several addresses, none of which answers',
    new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')], 'nobody answers'),
  ],
])('%s passes', (_, error) => {
  expect(isPassing(error)).toBe(true);
});

it.each([
  ['a call that will not work', new AiModelsError({ code: 'database_failed', message: 'x' })],
  ['a fault of ours', new TypeError('x is not a function')],
  ['a wrong password', withCode('28P01')],
  ['a missing table', withCode('42P01')],
  ['something that is no error', 'text'],
])('%s does not', (_, error) => {
  expect(isPassing(error)).toBe(false);
});
