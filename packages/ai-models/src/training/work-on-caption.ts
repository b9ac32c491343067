import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { findAsset } from '../database/brand-assets.ts';
import {
  beginCaption,
  type CaptionOutcome,
  type CaptionRequestRow,
  findCaptionRequest,
  settleCaption,
} from '../database/caption-requests.ts';
import type { Lease } from '../database/leases.ts';
import { AiModelsError, ProviderError, type ProviderFailure } from '../errors/index.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { signPath } from '../storage/sign-urls.ts';
import { parseRowPath } from '../storage/storage-paths.ts';

/** A wish for a caption that was claimed from the queue. */
export interface ClaimedCaption {
  /** Names the wish. */
  readonly requestId: string;
  /** Under which it may be settled, until somebody else claims it. */
  readonly fence: number;
}

const claimSchema = z.strictObject({ requestId: z.guid(), fence: z.int().min(0) });

/** Refused before anything was done for it: nothing was paid, and it may be asked again. */
const unpaid: readonly ProviderFailure[] = [
  'rate_limited',
  'unauthenticated',
  'no_credit',
  'forbidden',
  'version_missing',
];

const waitMs = { delayed: 5 * 60_000, refused: 5 * 60_000, unknown: 60_000 };

/**
 * Has a model write a caption that somebody asked for; as system, with a provider that does. The request is counted
 * before it is sent: one whose outcome nobody learned is sent once more and no third time.
 */
export async function workOnCaption(
  context: AiModelsContext,
  claim: ClaimedCaption,
  { signal }: Stoppable = {},
): Promise<void> {
  const { requestId, fence } = parseInput(claimSchema, claim, { subject: 'The claim' });
  requireSystem(context);
  const lease: Lease = { workId: requestId, fence };
  const request = await findCaptionRequest(context, requestId);
  const asset = request && (await findAsset(context, request.asset_id));
  // Deleted meanwhile.
  if (!request || !asset) return;
  const outcome = await writeCaption(context, { request, fileUrl: asset.file_url, lease, signal });
  if (outcome) await settleCaption(context, lease, outcome);
}

interface Writing extends Stoppable {
  readonly request: CaptionRequestRow;
  readonly fileUrl: string;
  readonly lease: Lease;
}

/** Null where nothing is to be asked, or the outcome is the next worker's to judge. */
async function writeCaption(
  context: AiModelsContext,
  { request, fileUrl, lease, signal }: Writing,
): Promise<CaptionOutcome | null> {
  let isBegun = false;
  try {
    const provider = context.providers.captions();
    const imageUrl = await signPath(context, parseRowPath(fileUrl));
    if (!(await beginCaption(context, lease))) return null;
    isBegun = true;
    const caption = await provider.captionImage({
      imageUrl,
      ...(request.prefix !== null && { prefix: request.prefix }),
      signal,
    });
    return { outcome: 'completed', caption };
  } catch (error) {
    return toOutcome(context, error, isBegun);
  }
}

function toOutcome(
  { now, logger, brandId }: AiModelsContext,
  error: unknown,
  isBegun: boolean,
): CaptionOutcome {
  if (!AiModelsError.isInstance(error)) throw error;
  const failure = ProviderError.isInstance(error) ? error.failure : null;
  const reason = {
    error_code: failure ?? error.code,
    error_message: [error.message, error.hint].filter(Boolean).join(' '),
  };
  logger.warn('a caption failed', { brandId, ...reason, cause: error });
  const outcome = isBegun ? outcomeOf(error, failure) : isLater(error) ? 'delayed' : 'failed';
  if (outcome === 'failed') return { outcome, ...reason };
  const asked = ProviderError.isInstance(error) ? (error.retryAfterMs ?? 0) : 0;
  const nextAt = new Date(now().getTime() + Math.max(waitMs[outcome], asked));
  return { outcome, ...reason, next_at: nextAt.toISOString() };
}

/** What stood in the way before anything was sent. */
const isLater = (error: AiModelsError) => error.retryable || error.code === 'provider_missing';

function outcomeOf(error: AiModelsError, failure: ProviderFailure | null): 'refused' | 'unknown' | 'failed' {
  if (failure !== null && unpaid.includes(failure)) return 'refused';
  return error.retryable || error.code === 'aborted' || failure === 'stopped' ? 'unknown' : 'failed';
}
