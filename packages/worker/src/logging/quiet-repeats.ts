import type { Logger } from '@act/ai-models';

const quietMs = 10_000;

/** The same logger, which says the same about one thing once in ten seconds: a database that is away is away for all. */
export function quietRepeats(logger: Logger, now: () => number = Date.now): Logger {
  const said = new Map<string, number>();
  const isNew = (text: string) => {
    const at = said.get(text);
    if (at !== undefined && now() - at < quietMs) return false;
    if (said.size > 200) said.clear();
    said.set(text, now());
    return true;
  };
  const method =
    (level: 'warn' | 'error'): Logger['warn'] =>
    (message, details) => {
      if (isNew(`${level} ${message} ${String(details?.duty ?? '')}`)) logger[level](message, details);
    };
  return { debug: logger.debug, info: logger.info, warn: method('warn'), error: method('error') };
}
