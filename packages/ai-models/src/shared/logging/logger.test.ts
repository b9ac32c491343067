import { expect, it, vi } from 'vitest';
import { consoleLogger, createLogger, redacting, silentLogger } from './logger.ts';

it('lets no secret through, in message or details', () => {
  const said: unknown[] = [];
  const logger = redacting(createLogger((...line) => said.push(line)));
  logger.info('asked with Bearer r8_abcdefgh1234', {
    apiToken: 'opaque',
    url: 'https://a.test/?token=opaque',
    jobId: 'j1',
  });
  logger.debug('no details');
  expect(said).toEqual([
    [
      'info',
      'asked with Bearer [redacted]',
      { apiToken: '[redacted]', url: 'https://a.test/?token=[redacted]', jobId: 'j1' },
    ],
    ['debug', 'no details', undefined],
  ]);
});

it('stops nothing when the logger fails', () => {
  const logger = redacting(
    createLogger(() => {
      throw new Error('disk full');
    }),
  );
  expect(() => logger.error('x')).not.toThrow();
});

it('speaks on the console by level, redacted; and not at all by default', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  consoleLogger.warn('slow', { password: 'opaque' });
  consoleLogger.warn('slow');
  expect(warn.mock.calls).toEqual([['slow', { password: '[redacted]' }], ['slow']]);
  warn.mockClear();
  silentLogger.warn('x');
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

it('speaks of four levels', () => {
  expect(Object.keys(redacting(silentLogger))).toEqual(['debug', 'info', 'warn', 'error']);
});
