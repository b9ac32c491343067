import { z } from '@hono/zod-openapi';
import type { ApiWorld } from '../../api-world.ts';
import { away } from '../../http/to-api-error.ts';
import { json } from '../answers.ts';
import { nothing, openRoute } from '../open-route.ts';

const statusSchema = z.object({ status: z.enum(['live', 'ready']) }).openapi('Health');

export const live = openRoute({
  method: 'get',
  path: '/health/live',
  operationId: 'live',
  area: 'Service',
  summary: 'Says that the process answers.',
  params: nothing,
  query: nothing,
  answer: json('It answers.', statusSchema),
  handle: () => ({ status: 'live' as const }),
});

export const ready = openRoute({
  method: 'get',
  path: '/health/ready',
  operationId: 'ready',
  area: 'Service',
  summary: 'Says whether the project answers: its tables, its sign-in, its files.',
  params: nothing,
  query: nothing,
  refuses: [503],
  answer: json('It answers.', statusSchema),
  handle: async ({ world }) => {
    const parts = ['/rest/v1/brands?select=id&limit=0', '/auth/v1/settings', '/storage/v1/bucket'];
    const answers = await Promise.all(parts.map((part) => doesAnswer(world, part)));
    if (answers.includes(false)) throw away('not_ready_yet', 'The project does not answer.');
    return { status: 'ready' as const };
  },
});

/** Any answer but that something is broken: strangers may be refused. */
async function doesAnswer({ supabase, fetch }: ApiWorld, path: string): Promise<boolean> {
  try {
    const answer = await fetch(`${supabase.url}${path}`, { headers: { apikey: supabase.publishableKey } });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}
