import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { CallMeter } from '../providers/bound-provider.ts';
import type { SlotMeter } from '../queue/slot.ts';
import type { DueDatabase } from '../world/worker-world.ts';

/** What an operator watches. No brand, person or id is in it: whoever reads it learns how much is done, not for whom. */
export interface Meters {
  readonly slots: SlotMeter;
  readonly calls: CallMeter;
  readonly contentType: string;
  /** In Prometheus' own format. */
  read(): Promise<string>;
}

const waitingRow = z.object({
  lane: z.string(),
  waiting: z.coerce.number(),
  oldest_seconds: z.number(),
});
const deadLane = 'dead letters';

export function createMeters(due: DueDatabase): Meters {
  const registry = new Registry();
  const instruments = createInstruments(registry);
  const { pieces, seconds, inHand, errors, calls, callsInFlight } = instruments;
  collectDefaultMetrics({ register: registry });

  return {
    contentType: registry.contentType,
    async read() {
      // Without a database the rest is still worth reading.
      await countWaiting(due, instruments).catch(() => undefined);
      return registry.metrics();
    },
    slots: {
      began: ({ name: duty }) => inHand.inc({ duty }),
      ended: ({ name: duty }, outcome, took) => {
        inHand.dec({ duty });
        pieces.inc({ duty, outcome });
        seconds.observe({ duty }, took);
      },
      stumbled: ({ name: duty }) => errors.inc({ duty }),
    },
    calls: {
      called: (provider, call, outcome) => calls.inc({ provider, call, outcome }),
      inFlight: (provider, change) => callsInFlight.inc({ provider }, change),
    },
  };
}

async function countWaiting(due: DueDatabase, { waiting, waitingSeconds, dead }: Instruments): Promise<void> {
  waiting.reset();
  waitingSeconds.reset();
  for (const row of await due.call('count_waiting', [], waitingRow)) {
    if (row.lane === deadLane) {
      dead.set(row.waiting);
    } else {
      waiting.set({ lane: row.lane }, row.waiting);
      waitingSeconds.set({ lane: row.lane }, row.oldest_seconds);
    }
  }
}

type Instruments = ReturnType<typeof createInstruments>;

/** What is counted and measured, with a sentence each for whoever reads it. */
function createInstruments(registry: Registry) {
  const registers = [registry];
  return {
    pieces: new Counter({
      name: 'act_worker_pieces_total',
      help: 'Pieces of work that this process had in hand, by what became of them.',
      labelNames: ['duty', 'outcome'],
      registers,
    }),
    seconds: new Histogram({
      name: 'act_worker_piece_seconds',
      help: 'How long a piece was in hand.',
      labelNames: ['duty'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800],
      registers,
    }),
    inHand: new Gauge({
      name: 'act_worker_pieces_in_hand',
      help: 'Pieces that this process has in hand.',
      labelNames: ['duty'],
      registers,
    }),
    errors: new Counter({
      name: 'act_worker_errors_total',
      help: 'What duties threw: pieces that failed for a reason of ours, and looks that did not succeed.',
      labelNames: ['duty'],
      registers,
    }),
    calls: new Counter({
      name: 'act_worker_provider_calls_total',
      help: 'Calls to providers.',
      labelNames: ['provider', 'call', 'outcome'],
      registers,
    }),
    callsInFlight: new Gauge({
      name: 'act_worker_provider_calls_in_flight',
      help: 'Calls to providers that have not been answered yet.',
      labelNames: ['provider'],
      registers,
    }),
    waiting: new Gauge({
      name: 'act_worker_waiting',
      help: "Pieces that are due and in nobody's hand, over all processes.",
      labelNames: ['lane'],
      registers,
    }),
    waitingSeconds: new Gauge({
      name: 'act_worker_waiting_seconds',
      help: 'How long the oldest of them has been due.',
      labelNames: ['lane'],
      registers,
    }),
    dead: new Gauge({
      name: 'act_worker_dead_letters',
      help: 'Work that is not tried any more until it is requeued, or its deadline.',
      registers,
    }),
  };
}
