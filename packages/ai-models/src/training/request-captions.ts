import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import {
  type CaptionRequestFilter,
  type CaptionRequestRow,
  insertCaptionRequests,
  listCaptionRequestRows,
  listCaptionRequestsByKey,
} from '../database/caption-requests.ts';
import { insertOnce, ofSameWish } from '../database/insert-once.ts';
import { mapPage, type Page, pageShape } from '../database/page.ts';
import { type AssetRow, getAssets } from '../database/queries.ts';
import { AiModelsError } from '../errors/index.ts';
import { wishHashOf } from '../shared/hashing/wish-hash.ts';
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
  /** The same key by the same person asks once; with another wish it is refused. */
  readonly idempotencyKey?: string | undefined;
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
  idempotencyKey: z.string().min(1).max(200).optional(),
});

/**
 * Asks for captions, which the engine has a model write. The brand's limits hold: so many a day.
 * @throws AiModelsError `limit_reached`, `budget_exceeded`, `key_reused`
 */
export async function requestCaptions(
  context: AiModelsContext,
  options: RequestCaptionsOptions,
): Promise<RequestedCaptions> {
  const wish = parseInput(optionsSchema, options, { subject: 'The captions' });
  if (context.actor === 'system') throw onlyPeople();
  const pictures = await getAssets(context, wish.assetIds);
  const hasCaption = ({ training_caption }: AssetRow) => !wish.overwrite && Boolean(training_caption);
  const wanted = pictures.filter((row) => !hasCaption(row)).map(({ id }) => id);
  const requested = new Set((await insertRequestsOnce(context, wish, wanted)).map((row) => row.asset_id));
  const others = pictures.filter(({ id }) => !requested.has(id));
  return {
    requested: [...requested],
    waiting: others.filter((row) => !hasCaption(row)).map(({ id }) => id),
    passedOver: others.filter(hasCaption).map(({ id }) => id),
  };
}

/** Who sends the same key again asks for nothing new, also where both come at once. @throws AiModelsError `key_reused` */
async function insertRequestsOnce(
  context: AiModelsContext,
  { idempotencyKey: key, assetIds, prefix, overwrite }: z.output<typeof optionsSchema>,
  wanted: readonly string[],
): Promise<CaptionRequestRow[]> {
  const { userId } = context;
  const wishHash = await wishHashOf({ assetIds: [...new Set(assetIds)].sort(), prefix, overwrite });
  const find = async () => {
    if (key === undefined || userId === null) return null;
    const rows = await listCaptionRequestsByKey(context, { userId, key });
    return ofSameWish(rows[0] ?? null, wishHash) && rows;
  };
  return insertOnce({
    find,
    insert: async () => {
      if (wanted.length === 0) return [];
      const made = await insertCaptionRequests(
        context,
        wanted.map((id) => ({
          asset_id: id,
          overwrite,
          ...(prefix && { prefix: toJoinable(prefix) }),
          ...(key !== undefined && { idempotency_key: key, wish_hash: wishHash }),
        })),
      );
      // The same wish that came a moment before has left nothing to ask for.
      return made.length === 0 ? ((await find()) ?? made) : made;
    },
  });
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
