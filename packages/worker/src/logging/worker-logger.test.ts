import { expect, it } from 'vitest';
import { quietRepeats } from './quiet-repeats.ts';
import { redactMessage } from './redact-message.ts';
import { createWorkerLogger } from './worker-logger.ts';

function listen() {
  const lines: string[] = [];
  return { lines, destination: { write: (line: string) => void lines.push(line) } };
}

it('says one line of JSON, with its level, time and worker', () => {
  const { lines, destination } = listen();
  createWorkerLogger({ level: 'info', name: 'one' }, destination).info('a piece is done', { duty: 'save' });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    worker: 'one',
    msg: 'a piece is done',
    duty: 'save',
  });
  expect(lines).toHaveLength(1);
});

it('lets no token and no signed address through, however deep', () => {
  const { lines, destination } = listen();
  const cause = new Error('GET https://x.test/object/sign/models/a?token=opaque with r8_abcdefgh12345678', {
    cause: { authorization: 'Bearer opaque', url: 'postgres://act_worker:hunter2@db:5432/postgres' },
  });
  createWorkerLogger({ level: 'debug', name: 'one' }, destination).warn('it failed', { cause });
  expect(lines.join('')).toContain('[redacted]');
  expect(lines.join('')).not.toMatch(/opaque|r8_abc|hunter2/);
  expect(redactMessage(cause)).not.toMatch(/opaque|r8_abc/);
});

it('says nothing below its level', () => {
  const { lines, destination } = listen();
  const logger = createWorkerLogger({ level: 'warn', name: 'one' }, destination);
  logger.info('not now');
  logger.error('this');
  expect(lines).toHaveLength(1);
});

it('repeats a warning after ten seconds, and never what is new', () => {
  const { lines, destination } = listen();
  const clock = { ms: 0 };
  const logger = quietRepeats(
    createWorkerLogger({ level: 'info', name: 'one' }, destination),
    () => clock.ms,
  );
  for (const ms of [0, 5_000, 9_999, 10_000]) {
    clock.ms = ms;
    logger.warn('the database is away', { duty: 'save' });
  }
  logger.warn('the database is away', { duty: 'submit' });
  expect(lines).toHaveLength(3);
});
