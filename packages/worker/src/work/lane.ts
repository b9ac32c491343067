import { z } from 'zod';
import type { DutyName } from '../duties/duty.ts';

/** What is done to trainings one after the other, and generations beside them. Each is a duty of its own. */
export const lanes = ['submit', 'reconcile', 'save', 'generate'] as const satisfies readonly DutyName[];
export type Lane = (typeof lanes)[number];

/** As `private.claim_work` answers. */
export const claimRow = z.object({
  kind: z.enum(['training', 'generation']),
  brand_id: z.string(),
  work_id: z.guid(),
  // A bigint, which comes as text.
  fence: z.coerce.number().int(),
});
export type ClaimRow = z.output<typeof claimRow>;

/** Where a piece may be found next. */
export const lanesAfter: Readonly<Record<Lane, readonly Lane[]>> = {
  submit: ['submit', 'reconcile'],
  reconcile: ['reconcile', 'save'],
  save: ['save'],
  generate: ['generate'],
};
