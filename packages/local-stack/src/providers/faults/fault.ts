import { z } from 'zod';

/** What can go wrong, wherever it is asked for: a request, a run, or the webhooks. */
const faultKinds = [
  /** A request is answered with `status` (and `body`), and does nothing. */
  'status',
  /** The connection breaks before the request is looked at. */
  'drop-before-accept',
  /** The request does what it does, and its answer is lost. */
  'drop-after-accept',
  /** A request is never answered; a run never ends. */
  'stall',
  /** A request is answered, a run ends `delayMs` later. */
  'slow',
  /** An output breaks off: while it is sent, or, asked for on a run, as it is kept. */
  'truncate',
  /** An output is gone. */
  'expire',
  /** A run fails with `message`. */
  'fail-run',
  /** The weights of a run are `sizeBytes` large. */
  'size',
  /** A safety filter takes `count` pictures away; all of them by default. */
  'filter-images',
  /** A webhook comes twice. */
  'duplicate-webhook',
  /** A webhook comes after the one that follows it. */
  'reorder-webhooks',
  /** Before a webhook comes one of the same run that nobody has signed, with `body` or a lie of its own. */
  'forge-webhook',
  /** A webhook is not sent at all. */
  'lose-webhook',
  /** Progress that a worker reports comes in the wrong order. */
  'reorder-progress',
  /** Progress that a worker reports is lost. */
  'lose-progress',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const faultSchema = z.strictObject({
  /** Where it happens, such as `replicate.trainings.create`; a star at the end stands for the rest. */
  on: z.string().regex(/^[a-z][a-z.-]*\*?$|^\*$/),
  kind: z.enum(faultKinds),
  /** The status that is answered; the body is that provider's own for it unless `body` is given. */
  status: z.int().min(400).max(599).optional(),
  body: z.unknown().optional(),
  /** How often it happens. Default 1. */
  times: z.int().min(1).max(1_000_000).optional(),
  /** What a run that fails says. */
  message: z.string().max(10_000).optional(),
  /** Simulated ms. */
  delayMs: z.number().min(0).optional(),
  sizeBytes: z.int().min(0).max(2_000_000_000).optional(),
  count: z.int().min(1).optional(),
});

/** Something that is to go wrong. */
export type Fault = z.infer<typeof faultSchema>;
