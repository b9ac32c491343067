import { setTimeout as sleep } from 'node:timers/promises';

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
}

const firstPauseMs = 100;
const largestPauseMs = 5_000;
const deathsBeforeGivingUp = 8;
const deathsForgottenAfterMs = 60_000;

/** Starts a service and, whenever it dies, starts it alone again; the others go on. */
export async function supervise(
  service: Service,
  { say, onGivenUp }: SuperviseOptions,
): Promise<RunningService> {
  const stopping = new AbortController();
  let current = await service.start();
  const watching = watch();

  async function watch(): Promise<void> {
    let deaths: number[] = [];
    for (;;) {
      const reason = await current.exited;
      if (stopping.signal.aborted) return;
      deaths = [...deaths.filter((at) => Date.now() - at < deathsForgottenAfterMs), Date.now()];
      if (deaths.length >= deathsBeforeGivingUp) throw new Error(`${service.name} keeps stopping: ${reason}`);
      say(`${service.name} stopped (${reason}); starting it again.`);
      await sleep(Math.min(firstPauseMs * 2 ** (deaths.length - 1), largestPauseMs));
      if (stopping.signal.aborted) return;
      current = await service.start();
      say(`${service.name} is back.`);
    }
  }

  const exited = watching.then(
    () => 'stopped',
    (error: unknown) => {
      onGivenUp(error);
      return 'given up';
    },
  );
  return {
    exited,
    stop: async () => {
      stopping.abort();
      await current.stop();
    },
  };
}
