import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from '../errors/stack-error.ts';

/** One part of the stack that lives in a process of its own. */
export interface Service {
  name: string;
  start(): Promise<RunningService>;
}

export interface RunningService {
  /** Settles when the process is gone, with what is known about why. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  say: (line: string) => void;
  /** Called once when a service dies faster than restarting helps. */
  onGivenUp: (error: unknown) => void;
  /** Before the first restart; each further one waits twice as long. */
  firstPauseMs?: number;
}

const largestPauseMs = 5_000;
const deathsBeforeGivingUp = 8;
const deathsForgottenAfterMs = 60_000;

/** Starts a service and, whenever it dies, starts it alone again; the others go on. */
export async function supervise(
  service: Service,
  { say, onGivenUp, firstPauseMs = 100 }: SuperviseOptions,
): Promise<Pick<RunningService, 'stop'>> {
  const stopping = new AbortController();
  let current = await service.start();

  const watch = async (): Promise<void> => {
    let deaths: number[] = [];
    for (;;) {
      const reason = await current.exited;
      if (stopping.signal.aborted) return;
      deaths = [...deaths.filter((at) => Date.now() - at < deathsForgottenAfterMs), Date.now()];
      if (deaths.length >= deathsBeforeGivingUp) throw keepsStopping(service.name, reason);
      say(`${service.name} stopped (${reason}); starting it again.`);
      await pause(firstPauseMs * 2 ** (deaths.length - 1), stopping.signal);
      if (stopping.signal.aborted) return;
      current = await startAgain();
      if (stopping.signal.aborted) return current.stop();
    }
  };
  /** A start that fails counts as one more death: what was in its way may be gone at the next try. */
  const startAgain = async (): Promise<RunningService> => {
    try {
      const started = await service.start();
      say(`${service.name} is back.`);
      return started;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { exited: Promise.resolve(reason), stop: async () => undefined };
    }
  };

  const watching = watch();
  watching.catch(onGivenUp);
  return {
    stop: async () => {
      stopping.abort();
      await current.stop();
      await watching.catch(() => undefined);
    },
  };
}

const pause = (ms: number, signal: AbortSignal) =>
  sleep(Math.min(ms, largestPauseMs), undefined, { signal }).catch(() => undefined);

const keepsStopping = (name: string, reason: string) =>
  new StackError({
    code: 'part_failed',
    message: `${name} keeps stopping (${reason.replace(/\.$/, '')}).`,
    remedy:
      'What it printed above, or its log in the logs folder, says why; start again once that is mended.',
  });
