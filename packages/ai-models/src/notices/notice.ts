import { z } from 'zod';
import type { NoticeRow } from '../database/notices.ts';
import { type NoticeKind, noticeKinds } from './notice-kinds.ts';

/** Names and counts; which of them there are depends on the kind. */
export interface NoticeFacts {
  /** Of a training, as its owner called it. */
  readonly name?: string;
  readonly baseModel?: string;
  /** What was trained: `flux-lora-v1`. */
  readonly modelId?: string;
  /** How many. */
  readonly pictures?: number;
  /** Of pictures that were rejected, the first five. */
  readonly names?: readonly string[];
  /** Why it failed. */
  readonly errorCode?: string;
  /** Of a budget: `2026-11`. */
  readonly month?: string;
  readonly spentUsd?: number;
  readonly budgetUsd?: number;
  /** Of a webhook that was switched off. */
  readonly host?: string;
  readonly reason?: string;
}

/** Something that a person is told. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly jobId: string | null;
  readonly generationId: string | null;
  readonly facts: NoticeFacts;
  readonly readAt: Date | null;
  readonly createdAt: Date;
}

// What a later version writes is left out, not stumbled over.
const factsSchema = z.object({
  name: z.string().optional().catch(undefined),
  baseModel: z.string().optional().catch(undefined),
  modelId: z.string().optional().catch(undefined),
  pictures: z.number().optional().catch(undefined),
  names: z.array(z.string()).optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  month: z.string().optional().catch(undefined),
  spentUsd: z.number().optional().catch(undefined),
  budgetUsd: z.number().optional().catch(undefined),
  host: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** Null for a kind that this version does not know. */
export function toNotice(row: NoticeRow): Notice | null {
  const kind = noticeKinds.find((one) => one === row.kind);
  if (!kind) return null;
  const facts = factsSchema.catch({}).parse(row.facts);
  return {
    id: row.id,
    kind,
    jobId: row.job_id,
    generationId: row.generation_id,
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    readAt: row.read_at === null ? null : new Date(row.read_at),
    createdAt: new Date(row.created_at),
  };
}
