import type { AiModelsContext, BrandScope } from '../context.ts';
import type { ProviderId } from '../providers/run.ts';
import { sha256Of } from '../shared/hashing/sha256-text.ts';
import { done } from './answer.ts';
import type { Work } from './attempts.ts';

/** Makes an address at which a provider can ring for one piece of work. Only its hash is kept. */
export async function issueDoorbell(
  { database, brandId, webhookUrl }: Pick<AiModelsContext, 'database' | 'brandId' | 'webhookUrl'>,
  work: Work,
  { provider, expiresAt }: { provider: ProviderId; expiresAt: Date },
): Promise<string | null> {
  if (webhookUrl === null) return null;
  const capability = randomWord();
  await done(
    database.from('webhook_capabilities').insert({
      token_hash: await sha256Of(capability),
      brand_id: brandId,
      ...work,
      provider,
      expires_at: expiresAt.toISOString(),
    }),
  );
  return `${webhookUrl}/${provider}/${capability}`;
}

/** Takes back every address that was handed out for it. */
export const withdrawDoorbells = ({ database, brandId }: BrandScope, work: Work): Promise<void> =>
  done(database.from('webhook_capabilities').delete().eq('brand_id', brandId).match(work));

/** Takes back those that ring no more. */
export const withdrawOldDoorbells = ({
  database,
  brandId,
  now,
}: Pick<AiModelsContext, 'database' | 'brandId' | 'now'>): Promise<void> =>
  done(
    database
      .from('webhook_capabilities')
      .delete()
      .eq('brand_id', brandId)
      .lt('expires_at', now().toISOString()),
  );

/** Has the engine look at whatever this capability belongs to; says nothing about whether there is such work. */
export const ring = (
  database: AiModelsContext['database'],
  doorbell: { capability: string; provider: ProviderId },
): Promise<void> => done(database.rpc('ring_doorbell', doorbell));

/** 256 bits that nobody guesses, in letters that an address may hold. */
const randomWord = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
