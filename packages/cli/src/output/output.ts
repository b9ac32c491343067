import type { Explained } from '../explain-error.ts';
import type { Environment } from '../load-setting.ts';
import { createPaint, lookOf, type Paint } from './paint.ts';
import { createProgress, type Progress } from './progress.ts';

/** What a command says. Results go to stdout, everything on the way to stderr. */
export interface Output {
  readonly isJson: boolean;
  /** For text on stdout. */
  readonly paint: Paint;
  /** What came of it: one JSON document, or lines for people. */
  result(document: unknown, lines: () => readonly string[]): void;
  /** One of many results, as they come: a line of JSON, or one for people. */
  record(document: unknown, line: string): void;
  /** Said on the side; programs are told nothing. */
  note(line: string): void;
  progress(): Progress;
  fail(error: Explained): void;
}

const silent: Progress = { show: () => undefined, end: () => undefined };

export function createOutput({ isJson, environment }: { isJson: boolean; environment: Environment }): Output {
  const { stdout, stderr } = process;
  const errorLook = lookOf(stderr, environment);
  const errorPaint = createPaint(errorLook);
  const print = (line: string) => void stdout.write(`${line}\n`);
  const note = (line: string) => {
    if (!isJson) stderr.write(`${line}\n`);
  };
  return {
    isJson,
    paint: createPaint(lookOf(stdout, environment)),
    result: (document, lines) => {
      if (isJson) print(JSON.stringify(document, null, 2));
      else for (const line of lines()) print(line);
    },
    record: (document, line) => print(isJson ? JSON.stringify(document) : line),
    note,
    progress: () => (isJson ? silent : createProgress(stderr, errorLook)),
    fail: ({ code, message, hint, details }) => {
      if (isJson) {
        print(JSON.stringify({ error: { code, message, hint, ...(details.length > 0 && { details }) } }));
        return;
      }
      note(`${errorPaint.bad('act:')} ${[message, hint].filter(Boolean).join(' ')}`);
      for (const detail of details) note(`  ${detail}`);
    },
  };
}
