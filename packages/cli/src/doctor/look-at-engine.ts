import { z } from 'zod';
import { bad, type Check, good, skipped, tryFetch } from './check.ts';

const readinessSchema = z.looseObject({
  isReady: z.boolean().optional(),
  providers: z.record(z.string(), z.string()).optional(),
});

/** Whether the background engine lives, and what it misses. */
export const lookAtEngine: Check = {
  name: 'Engine',
  look: async (patient) => {
    const url = patient.world.settings.environment.ACT_WORKER_URL ?? patient.project?.embedded?.workerUrl;
    if (url === undefined) {
      return [
        skipped(
          'ACT_WORKER_URL is not set: it is where an engine says how it is, such as http://127.0.0.1:54330.',
        ),
      ];
    }
    const answer = await tryFetch(`${url}/health/ready`, patient);
    if (typeof answer === 'string') {
      return [
        bad(
          `No engine answers at ${url}: ${answer}.`,
          'Start one: `npm start` here, `act-worker` on a server.',
        ),
      ];
    }
    const { providers = {}, ...parts } =
      readinessSchema.safeParse(await answer.json().catch(() => ({}))).data ?? {};
    if (answer.ok) return [good(`An engine is ready at ${url}.`)];
    const away = Object.entries({ ...parts, ...providers }).flatMap(([name, state]) =>
      state === 'away' ? name : [],
    );
    return [
      bad(
        `The engine at ${url} is not ready: ${away.join(', ') || `HTTP ${answer.status}`} is away.`,
        'It goes on by itself when that is back; its log says why.',
      ),
    ];
  },
};
