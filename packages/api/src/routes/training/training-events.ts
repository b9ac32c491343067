import { z } from '@hono/zod-openapi';
import { idParams } from '../../answers/fields.ts';
import { parseMessageId } from '../../events/event-cursor.ts';
import { followTraining } from '../../events/follow-training.ts';
import { toStream } from '../../events/to-stream.ts';
import { whole } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  // Proxies would wait for more.
  'X-Accel-Buffering': 'no',
};

export const followTrainingJob = personRoute({
  method: 'get',
  path: '/training/jobs/{id}/events',
  operationId: 'followTrainingJob',
  area: 'Training',
  summary: 'Follows a training as server-sent events.',
  description:
    'First `job` as it is, then `job` at each change, `state`, `stage`, `log`, `sample` and `metric` as they come, and ' +
    '`end` with a reason. A comment comes every 15 seconds. `Last-Event-ID` goes on where a reader was.',
  params: idParams,
  query: z.strictObject({
    lastEventId: z.string().max(40).optional().openapi({ description: 'The same as `Last-Event-ID`.' }),
  }),
  answer: whole('The events.', 'text/event-stream'),
  handle: async ({ caller, params, query, request, world }) => {
    const job = await caller.ai.getTrainingJob(params.id, { brandId: caller.brandId });
    // Nobody would ever close the stream of an answer that is only a head.
    if (request.method === 'HEAD') return new Response(null, { headers });
    const giveBack = world.streams.take(caller.userId);
    const closing = new AbortController();
    const close = () => {
      closing.abort();
      giveBack();
    };
    request.signal.addEventListener('abort', close, { once: true });
    // The listener of one who left before does not hear of it.
    if (request.signal.aborted) close();
    const cursor = parseMessageId(request.headers.get('last-event-id') ?? query.lastEventId ?? null);
    const texts = followTraining({ world, caller, job, cursor, signal: closing.signal });
    return new Response(toStream(texts, close), { headers });
  },
});
