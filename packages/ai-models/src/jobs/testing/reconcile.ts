import { brand, contextFor } from '../../node/testing/brand-context.ts';
import { tidyUp } from '../tidying/tidy-up.ts';
import type { Episode } from './episode.ts';

/** What an engine does once a day, a day later: what nobody needs, or no row came to know, is removed. */
export async function reconcile({ world }: Pick<Episode, 'world'>): Promise<void> {
  const { stack, query, fetch } = world;
  await query(`update storage.objects set created_at = now() - interval '2 days'`);
  await query(`update public.webhook_capabilities set expires_at = expires_at - interval '2 days'`);
  await tidyUp(await contextFor(stack, { system: brand }, { fetch }));
}
