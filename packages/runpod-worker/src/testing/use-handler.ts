import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { z } from 'zod';
import { findPython } from './python.ts';
import { type HandlerOptions, type RunningHandler, startHandler, type WorkerEvent } from './start-handler.ts';

const { command: python, problem } = findPython();

/** Tests that run the handler. Where there is no Python they are skipped, and their name says why. */
export const describeHandler = (name: string, tests: () => void) =>
  describe.skipIf(problem !== null)(problem === null ? name : `${name} (NOT TRIED: ${problem})`, tests);

type Given = Partial<Omit<HandlerOptions, 'python' | 'job'>> & { id?: string };

export interface EndedRun extends Pick<RunningHandler, 'reports'> {
  id: string;
  event: WorkerEvent;
  seen: NonNullable<ReturnType<RunningHandler['seen']>>;
}

/** Begins a run. */
export const beginRun = (input: unknown, { id = `${randomUUID()}-e1`, ...options }: Given = {}) =>
  startHandler({ python: python ?? '', job: { id, input }, ...options });

/** A whole run; `seen` is empty where the trainer was not started. */
export async function finishRun(
  input: unknown,
  { id = `${randomUUID()}-e1`, ...options }: Given = {},
): Promise<EndedRun> {
  const handler = await beginRun(input, { id, ...options });
  const event = await handler.ended;
  const seen = handler.seen() ?? {
    script: '',
    options: [],
    environment: [],
    dataset: { config: '', files: {} },
    prompts: null,
  };
  return { id, event, seen, reports: handler.reports };
}

const raisedSchema = z.object({
  error_type: z.string(),
  error_message: z.string(),
  error_traceback: z.string(),
});

/** What a run raised, as `DatasetRefusedError: …`. */
export function readRaised({ error = '' }: WorkerEvent): string {
  const { error_type, error_message, error_traceback } = raisedSchema.parse(JSON.parse(error));
  const [, name] = /^<class 'worker\.errors\.(\w+)'>$/.exec(error_type) ?? [];
  // A cause would bring its own words along.
  if (/direct cause|During handling/.test(error_traceback)) throw new Error(error_traceback);
  return `${name}: ${error_message}`;
}
