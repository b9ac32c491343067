import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@act/ai-models';
import type { Duty, DutyName } from './duties/duty.ts';
import { createAlarm } from './queue/alarm.ts';
import { startClocks } from './queue/clocks.ts';
import { createHearing } from './queue/hearing.ts';
import { type Listener, listenForWork } from './queue/listen-for-work.ts';
import { drain, type SlotMeter } from './queue/slot.ts';
import { openTicketQueue, type TicketQueue } from './queue/ticket-queue.ts';
import { untilThere } from './queue/until-there.ts';
import type { WorkerWorld } from './world/worker-world.ts';

export interface EngineOptions {
  readonly world: WorkerWorld;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly meter: SlotMeter;
  /** Made with the way to have others looked at. */
  readonly duties: (wake: Wake) => readonly Duty[];
}

type Wake = (names: readonly DutyName[], at?: Date) => void;

export interface Engine {
  readonly dutyNames: readonly DutyName[];
  readonly isStopping: boolean;
  start(signal: AbortSignal | undefined): Promise<void>;
  /** Throws where nobody would wake it. */
  check(): Promise<void>;
  stop(options: { graceMs: number }): Promise<void>;
}

/** How long pieces that were told to end may take to give back what they hold. */
const givingBackMs = 5_000;

/** Slots that look when a ticket comes, and all that sends tickets: the database's word, clocks, and alarms. */
export function createEngine({ world, databaseUrl, logger, meter, duties: make }: EngineOptions): Engine {
  const stopping = new AbortController();
  const abandoning = new AbortController();
  let queue: TicketQueue | null = null;
  let listener: Listener | null = null;

  // A ticket that is lost is made up for by the clock.
  const noteLost = (duty: DutyName) => (cause: unknown) =>
    logger.debug('a ticket could not be sent', { duty, cause });
  const send = (name: DutyName) => void queue?.send(name).catch(noteLost(name));
  const alarm = createAlarm(send, world.now);
  const duties = make((names, at) => alarm.wake(names, at));
  const hearing = createHearing(() => {
    for (const { name } of duties) send(name);
  });
  const clocks = startClocks(duties, ({ name, everySeconds }) => {
    queue?.sendEvery(name, everySeconds).catch(noteLost(name));
  });
  const slotMeter: SlotMeter = {
    ...meter,
    stumbled: (duty, cause) => {
      meter.stumbled(duty, cause);
      logger.warn('a duty met an error', { duty: duty.name, cause });
    },
  };
  const parts = {
    world,
    handOn: ({ name }: Duty) => send(name),
    stopping: stopping.signal,
    abandoning: abandoning.signal,
    meter: slotMeter,
  };

  return {
    dutyNames: duties.map(({ name }) => name),
    get isStopping() {
      return stopping.signal.aborted;
    },
    async start(signal) {
      const signals = signal ? [stopping.signal, signal] : [stopping.signal];
      const opened = await untilThere(() => openTicketQueue({ databaseUrl, logger }), {
        signal: AbortSignal.any(signals),
        onAway: (cause) => logger.warn('the database is away; the worker waits for it', { cause }),
      });
      queue = opened;
      for (const duty of duties) await opened.serve(duty.name, duty.slots, () => drain(duty, parts));
      listener = listenForWork({
        databaseUrl,
        onWork: hearing.hear,
        onError: (cause) => logger.warn('nobody listens to the database; clocks wake the worker', { cause }),
      });
      await listener.begun;
    },
    async check() {
      if (!listener?.isListening) throw new Error('Nobody listens to the database.');
    },
    async stop({ graceMs }) {
      stopping.abort();
      clocks.stop();
      alarm.stop();
      await listener?.close();
      hearing.stop();
      const finished = queue?.finish().catch(() => undefined) ?? Promise.resolve();
      await within(finished, graceMs);
      abandoning.abort(new Error('The worker stops.'));
      await within(finished, givingBackMs);
      await queue?.close().catch((cause: unknown) => logger.debug('the queue did not close', { cause }));
      queue = null;
    },
  };
}

async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const over = new AbortController();
  const patience = pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, patience]);
  over.abort();
}
