import { redactText, redactValue } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Says something, with what belongs to it. */
type LogMethod = (message: string, details?: Record<string, unknown>) => void;

/** Where the library says what happens. What looks like a secret is taken out before. */
export interface Logger extends Readonly<Record<LogLevel, LogMethod>> {
  /** What only whoever looks for a fault wants to know. */
  readonly debug: LogMethod;
  /** What goes as it should. */
  readonly info: LogMethod;
  /** What did not work, and is tried again or done without. */
  readonly warn: LogMethod;
  /** What somebody has to look at. */
  readonly error: LogMethod;
}

/** Says nothing: the default. */
export const silentLogger: Logger = createLogger(() => undefined);

/** Says it on the console, without secrets. */
export const consoleLogger: Logger = redacting(
  createLogger((level, message, details) => {
    const said = details === undefined ? [message] : [message, details];
    // biome-ignore lint/suspicious/noConsole: whoever passes this logger asks for it.
    console[level](...said);
  }),
);

/** The same logger, to which nothing that looks like a secret gets through, and whose failures stop nothing. */
export function redacting(logger: Logger): Logger {
  return createLogger((level, message, details) => {
    try {
      const clean = details === undefined ? [] : [{ ...toRecord(redactValue(details)) }];
      logger[level](redactText(message), ...clean);
    } catch {
      // A log that is full or gone must not fail a training.
    }
  });
}

/** A logger of one function. */
export function createLogger(
  say: (level: LogLevel, message: string, details?: Record<string, unknown>) => void,
): Logger {
  const method =
    (level: LogLevel): LogMethod =>
    (message, details) =>
      say(level, message, details);
  return { debug: method('debug'), info: method('info'), warn: method('warn'), error: method('error') };
}

const toRecord = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : { value };
