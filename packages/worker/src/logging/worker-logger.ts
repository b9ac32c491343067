import { type Logger, redacting } from '@act/ai-models';
import { type DestinationStream, pino } from 'pino';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line of JSON for each thing that is said, without secrets and signed addresses. */
export function createWorkerLogger(
  { level, name }: { level: LogLevel; name: string },
  destination?: DestinationStream,
): Logger {
  const lines = pino(
    {
      level,
      base: { worker: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // At once: what a process said before it was killed is what somebody wants to read.
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
  const say = (method: 'debug' | 'info' | 'warn' | 'error') => (message: string, details?: object) =>
    lines[method](details ?? {}, message);
  return redacting({ debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') });
}
