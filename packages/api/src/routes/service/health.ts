import { z } from '@hono/zod-openapi';
import type { ApiWorld } from '../../api-world.ts';
import { away } from '../../http/to-api-error.ts';
import { json } from '../answers.ts';
import { openRoute } from '../open-route.ts';
import { nothing } from '../route-config.ts';

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
    if (!(await isReady(world))) throw away('not_ready_yet', 'The project does not answer.');
    return { status: 'ready' as const };
  },
});

const parts = ['/rest/v1/brands?select=id&limit=0', '/auth/v1/settings', '/storage/v1/bucket'];
const rememberedForMs = 2_000;
const answers = new WeakMap<ApiWorld, { readonly at: number; readonly isReady: Promise<boolean> }>();

/** Whoever asks, and however often: the project is asked every two seconds. */
function isReady(world: ApiWorld): Promise<boolean> {
  const at = world.now().getTime();
  const before = answers.get(world);
  if (before && at - before.at < rememberedForMs) return before.isReady;
  const isReady = Promise.all(parts.map((part) => doesAnswer(world, part))).then(
    (all) => !all.includes(false),
  );
  answers.set(world, { at, isReady });
  return isReady;
}

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
