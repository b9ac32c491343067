import fc from 'fast-check';
import type { Episode } from './episode.ts';

/** Something that happens to a training, whoever is at it. */
export type Happening =
  | { readonly what: 'look'; readonly workers: 1 | 2 }
  | { readonly what: 'time passes'; readonly seconds: number }
  | { readonly what: 'webhook'; readonly which: number; readonly times: 1 | 2 }
  | { readonly what: 'forged webhook'; readonly lie: Lie }
  | { readonly what: 'crash'; readonly atCall: number; readonly isSent: boolean }
  | { readonly what: 'leases run out' }
  | { readonly what: 'provider fails'; readonly fault: Fault }
  | { readonly what: 'storage fails' | 'database fails'; readonly atCall: number; readonly isDone: boolean }
  | { readonly what: 'cancel' };

/** What is wrong with a webhook that the provider did not send. */
export type Lie = 'capability' | 'signature' | 'time' | 'body' | 'secret';
type Fault = Parameters<Episode['simulators']['faults']['add']>[0];

const fault = fc.constantFrom<Fault>(
  { on: 'replicate.trainings.create', kind: 'drop-after-accept' },
  { on: 'replicate.trainings.create', kind: 'drop-before-accept' },
  { on: 'replicate.trainings.create', kind: 'status', status: 503 },
  { on: 'replicate.trainings.create', kind: 'status', status: 429 },
  { on: 'replicate.trainings.get', kind: 'status', status: 500, times: 5 },
  { on: 'replicate.trainings.get', kind: 'drop-after-accept', times: 5 },
  { on: 'replicate.trainings.list', kind: 'status', status: 502, times: 5 },
  { on: 'replicate.models.*', kind: 'status', status: 503, times: 5 },
  { on: 'replicate.account.get', kind: 'drop-before-accept', times: 5 },
  { on: 'replicate.delivery', kind: 'truncate', times: 2 },
  { on: 'replicate.webhooks', kind: 'lose-webhook' },
  { on: 'replicate.webhooks', kind: 'duplicate-webhook' },
  { on: 'replicate.webhooks', kind: 'reorder-webhooks' },
  { on: 'replicate.webhooks', kind: 'forge-webhook' },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('look' as const), workers: fc.constantFrom(1, 2) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('time passes' as const),
      seconds: fc.constantFrom(1, 10, 30, 60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('webhook' as const),
      which: fc.nat({ max: 5 }),
      times: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('forged webhook' as const),
      lie: fc.constantFrom<Lie>('capability', 'signature', 'time', 'body', 'secret'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('crash' as const),
      atCall: fc.integer({ min: 1, max: 35 }),
      isSent: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leases run out' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('provider fails' as const), fault }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('storage fails' as const, 'database fails' as const),
      atCall: fc.integer({ min: 1, max: 20 }),
      isDone: fc.boolean(),
    }),
  },
);

/** What happens to one training before everything is in order again. */
export const history: fc.Arbitrary<Happening[]> = fc.array(happening, { minLength: 3, maxLength: 16 });

/** The same with somebody who does not want it any more. */
export const cancelledHistory: fc.Arbitrary<Happening[]> = fc
  .tuple(history, fc.nat({ max: 16 }))
  .map(([happenings, at]) => happenings.toSpliced(at, 0, { what: 'cancel' }));
