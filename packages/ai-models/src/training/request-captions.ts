import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import {
  type CaptionRequestFilter,
  type CaptionRequestRow,
  insertCaptionRequests,
  listCaptionRequestRows,
} from '../database/caption-requests.ts';
import { mapPage, type Page, pageShape } from '../database/page.ts';
import { getAssets } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import { parseInput } from '../shared/parse-input.ts';
import { toJoinable } from './join-prefix.ts';

/** For which pictures captions are wanted. */
export interface RequestCaptionsOptions {
  /** Pictures of this brand that are `ready`, at most 200 at a time. */
  readonly assetIds: readonly string[];
  /** What each caption begins with, such as `photo of [brand], `. Default: nothing. */
  readonly prefix?: string | undefined;
  /** Write over captions that are there. Default `false`: those pictures are passed over, and cost nothing. */
  readonly overwrite?: boolean | undefined;
}

/** What was asked for. */
export interface RequestedCaptions {
  /** The pictures that the engine will describe now. */
  readonly requested: readonly string[];
  /** Wait for a caption already. */
  readonly waiting: readonly string[];
  /** Have a caption already. */
  readonly passedOver: readonly string[];
}

/** A wish for a caption, and what became of it. */
export interface CaptionRequest {
  /** Names the wish. */
  readonly id: string;
  /** The picture. */
  readonly assetId: string;
  /** `passed_over`: somebody wrote a caption meanwhile. */
  readonly status: 'waiting' | 'completed' | 'passed_over' | 'failed';
  /** Why there is none, or why it still waits: a word for programs, and sentences for people. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** When it was asked for, as ISO 8601. */
  readonly createdAt: string;
  /** When it ended. */
  readonly completedAt: string | null;
}

const optionsSchema = z.strictObject({
  assetIds: z.array(z.guid()).min(1).max(200),
  prefix: z.string().max(200).optional(),
  overwrite: z.boolean().default(false),
});

/**
 * Asks for captions, which the engine has a model write. The brand's limits hold: so many a day.
 * @throws AiModelsError `limit_reached`, `budget_exceeded`
 */
export async function requestCaptions(
  context: AiModelsContext,
  options: RequestCaptionsOptions,
): Promise<RequestedCaptions> {
  const { assetIds, prefix, overwrite } = parseInput(optionsSchema, options, { subject: 'The captions' });
  if (context.actor === 'system') throw onlyPeople();
  const pictures = await getAssets(context, assetIds);
  const wanted = pictures.filter((row) => overwrite || !row.training_caption).map(({ id }) => id);
  const passedOver = pictures.filter(({ id }) => !wanted.includes(id)).map(({ id }) => id);
  if (wanted.length === 0) return { requested: [], waiting: [], passedOver };
  const made = await insertCaptionRequests(
    context,
    wanted.map((id) => ({ asset_id: id, overwrite, ...(prefix ? { prefix: toJoinable(prefix) } : {}) })),
  );
  const requested = made.map(({ asset_id }) => asset_id);
  return { requested, waiting: wanted.filter((id) => !requested.includes(id)), passedOver };
}

const filterSchema = z.strictObject({
  ...pageShape,
  assetIds: z.array(z.guid()).max(200).optional(),
  onlyWaiting: z.boolean().optional(),
});

/** Newest first. */
export async function listCaptionRequests(
  context: AiModelsContext,
  filter: CaptionRequestFilter = {},
): Promise<Page<CaptionRequest>> {
  parseInput(filterSchema, filter, { subject: 'The filter' });
  return mapPage(await listCaptionRequestRows(context, filter), toCaptionRequest);
}

const statuses = ['waiting', 'completed', 'passed_over', 'failed'] as const;

const toCaptionRequest = (row: CaptionRequestRow): CaptionRequest => ({
  id: row.id,
  assetId: row.asset_id,
  status: statuses.find((one) => one === row.status) ?? 'waiting',
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  createdAt: row.created_at,
  completedAt: row.completed_at,
});

const onlyPeople = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'The system asks nobody for captions.',
    hint: 'Use captionAssets, which writes them.',
  });
