import { setTimeout as pause } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { isPassing } from '../explain-error.ts';
import { toDuration } from '../output/words.ts';
import type { World } from '../program/world.ts';

/** A restart takes seconds, a new version minutes. */
const usualPatienceMs = 5 * 60_000;
const askEveryMs = 2_000;

export interface WaitOutOptions {
  /** How long nobody may answer. Default: five minutes. */
  readonly patienceMs?: number | undefined;
  /** What is said once nobody has answered for so long: what goes on, or may, and how to come back to it. */
  readonly left: { readonly message: string; readonly hint: string };
  /** Says it at Ctrl-C too, where nobody else does. Default: `false`. */
  readonly isSaidAtStop?: boolean;
}

/**
 * Asks again while nobody answers, and says so once. Only for what may be asked twice: looks, and wishes with a key.
 * @param ask calls `heard` whenever an answer came, where it asks several times
 * @throws CliError where the patience is over; whoever asks anew from the start would pay again
 */
export async function waitOut<T>(
  ask: (heard: () => void) => Promise<T>,
  { output, signal }: Pick<World, 'output' | 'signal'>,
  { patienceMs = usualPatienceMs, left, isSaidAtStop = false }: WaitOutOptions,
): Promise<T> {
  let awaySince: number | null = null;
  const heard = () => {
    awaySince = null;
  };
  for (;;) {
    try {
      return await ask(heard);
    } catch (error) {
      if (signal.aborted || !isPassing(error)) throw error;
      if (awaySince === null) {
        awaySince = performance.now();
        output.note(
          `The project does not answer; waiting for it, up to ${toDuration(patienceMs / 1000)}. Nothing is lost.`,
        );
      }
      const leftMs = awaySince + patienceMs - performance.now();
      if (leftMs <= 0) throw givenUp(patienceMs, left);
      await pause(Math.min(askEveryMs, leftMs), undefined, { signal }).catch((stopped: unknown) => {
        if (isSaidAtStop) output.note(`${left.message} ${left.hint}`);
        throw stopped;
      });
    }
  }
}

const givenUp = (patienceMs: number, { message, hint }: WaitOutOptions['left']) =>
  new CliError({
    code: 'goes_on',
    message: `The project has not answered for ${toDuration(patienceMs / 1000)}. ${message}`,
    hint,
    exitCode: exitCodes.goesOn,
  });
