import { z } from 'zod';
import type { BrandDatabase } from '../context.ts';
import { ring } from '../database/webhook-capabilities.ts';
import { AiModelsError } from '../errors/index.ts';
import type { ProviderId } from '../providers/run.ts';
import { parseInput } from '../shared/parse-input.ts';
import { verifyWebhook } from './verify-webhook.ts';

export interface RingDoorbellOptions {
  /** In nobody's name: knowing the capability is the right to ring. */
  readonly database: BrandDatabase;
  /** By provider, for those that sign: `whsec_…`. */
  readonly webhookSecrets: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
}

/** Who may ring, and whether they sign: a ring without a valid signature is none then. */
const signs = new Map<string, boolean>([
  ['replicate', true],
  ['runpod', false],
] satisfies [ProviderId, boolean][]);
const maximumBytes = 10 * 1024 * 1024;

/** Told by what is asked of it: a server may have a class of its own. */
const requestSchema = z.looseObject(
  { method: z.string(), url: z.string(), headers: z.looseObject({}) },
  'Use the request itself, as the server gives it.',
);

/**
 * Answers a provider's webhook: makes the engine ask the provider how it goes. Nothing that the request says is believed,
 * and the answer is the same whether there is such a run or not. @throws InputError where no request is passed
 */
export async function ringDoorbell(request: Request, options: RingDoorbellOptions): Promise<Response> {
  parseInput(requestSchema, request, { subject: 'The webhook' });
  try {
    const { provider, capability } = readAddress(request);
    await check(request, provider, options);
    await ring(options.database, { capability, provider });
    return new Response(null, { status: 202 });
  } catch (error) {
    if (!AiModelsError.isInstance(error)) throw error;
    return Response.json(
      { error: { code: error.code, message: error.message } },
      // A provider calls again later where the fault is ours.
      { status: error.code === 'webhook_invalid' ? 401 : error.code === 'input_invalid' ? 404 : 503 },
    );
  }
}

/** `…/{provider}/{capability}`. */
function readAddress(request: Request): { provider: ProviderId; capability: string } {
  const [, provider, capability] =
    new URL(request.url).pathname.match(/\/([a-z]+)\/([\w-]{20,100})\/?$/) ?? [];
  if (request.method === 'POST' && isProvider(provider) && capability !== undefined) {
    return { provider, capability };
  }
  throw new AiModelsError({ code: 'input_invalid', message: 'There is no doorbell at this address.' });
}

const isProvider = (name: string | undefined): name is ProviderId => name !== undefined && signs.has(name);

async function check(
  request: Request,
  provider: ProviderId,
  { webhookSecrets, now }: RingDoorbellOptions,
): Promise<void> {
  const secret = Object.hasOwn(webhookSecrets, provider) ? webhookSecrets[provider] : undefined;
  if (secret !== undefined) {
    await verifyWebhook(request, { secret, maximumBytes, ...(now && { now }) });
  } else if (signs.get(provider)) {
    throw new AiModelsError({
      code: 'not_configured',
      message: `Webhooks of ${provider} are signed, and there is nothing to check them with.`,
      hint: 'Pass webhookSecrets, or set REPLICATE_WEBHOOK_SECRET. Until then the provider is asked at intervals.',
    });
  } else {
    // Not waited for: of a copied request it would never end while the other copy is unread.
    void request.body?.cancel().catch(() => undefined);
  }
}
