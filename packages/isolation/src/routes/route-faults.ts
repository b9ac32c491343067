import type { Api } from '@act/api';
import { connect, type TestStack } from '@act/local-stack/testing';
import * as who from '../actors/actors.ts';
import { tokenFor } from '../world/client.ts';
import type { RouteFault } from './route-fault.ts';

type Fetch = typeof globalThis.fetch;

/** What the interface asks the project, changed on the way. */
const onTheWay =
  (change: (request: Request, stack: TestStack) => Request | Promise<Request>) =>
  (sound: Fetch, stack: TestStack): Fetch =>
  async (input, init) => {
    const request = new Request(
      input,
      init?.body instanceof ReadableStream ? { duplex: 'half', ...init } : init,
    );
    return sound(await change(request, stack));
  };

/** What the interface answers, changed on the way. */
const onTheWayBack =
  (change: (answer: Response, request: Request, stack: TestStack) => Promise<Response>) =>
  (sound: Api, stack: TestStack): Api => ({
    fetch: async (request) => change(await sound.fetch(request.clone()), request, stack),
  });

function inNameOf(request: Request, token: string, key = token): Request {
  const changed = new Request(request);
  changed.headers.set('authorization', `Bearer ${token}`);
  changed.headers.set('apikey', key);
  return changed;
}

const isAbout = ({ url }: Request, table: string) => new URL(url).pathname === `/rest/v1/${table}`;

function without(request: Request, filter: string): Request {
  const url = new URL(request.url);
  url.searchParams.delete(filter);
  return new Request(url, request);
}

/** The name of a training, whoever asks. */
async function nameOf({ database }: TestStack, { url }: Request): Promise<string | null> {
  const [id] = /[0-9a-f-]{36}/.exec(url) ?? [];
  await using client = await connect(database.superuser);
  const { rows } = await client.query<{ name: string }>(
    'select name from public.lora_training_jobs where id = $1',
    [id ?? null],
  );
  return rows[0]?.name ?? null;
}

/** Every fault of the interface that the proof must notice. */
export const routeFaults: readonly RouteFault[] = [
  {
    name: 'brand taken as it is named',
    why: 'Whoever names a brand is believed to be in it.',
    routes: ['listAssets', 'listDocuments'],
    plant: {
      fetch: onTheWay((request, { secrets }) =>
        isAbout(request, 'brand_users') ? without(inNameOf(request, secrets.secretKey), 'user_id') : request,
      ),
    },
  },
  {
    name: '403 for what is another’s',
    why: 'A refusal tells that there is such a training.',
    routes: ['getTrainingJob'],
    plant: {
      api: onTheWayBack(async (answer, request, stack) => {
        const exists = answer.status === 404 && (await nameOf(stack, request)) !== null;
        return exists ? new Response(await answer.text(), { status: 403 }) : answer;
      }),
    },
  },
  {
    name: 'name told in a refusal',
    why: 'A hint says what the training is called that one may not see.',
    routes: ['getLora'],
    plant: {
      api: onTheWayBack(async (answer, request, stack) => {
        const name = answer.status === 404 ? await nameOf(stack, request) : null;
        return name === null
          ? answer
          : Response.json({ error: { code: 'job_not_found', name } }, { status: 404 });
      }),
    },
  },
  {
    name: 'session not asked for',
    why: 'Whoever comes without a session gets that of somebody.',
    routes: ['listGenerations'],
    plant: {
      api: (sound, stack) => ({
        fetch: async (request) =>
          sound.fetch(
            request.headers.has('authorization')
              ? request
              : inNameOf(request, await tokenFor(stack, who.member)),
          ),
      }),
    },
  },
  {
    name: 'token of the system used',
    why: 'A handler reads with more rights than the caller has.',
    routes: ['getTrainingJob'],
    plant: {
      fetch: onTheWay(async (request, stack) =>
        isAbout(request, 'lora_training_jobs')
          ? inNameOf(request, await tokenFor(stack, who.system), stack.secrets.publishableKey)
          : request,
      ),
    },
  },
  {
    name: 'brand left out of a list',
    why: 'Whoever is in two brands sees one in the other.',
    routes: ['listTrainingJobs'],
    plant: {
      fetch: onTheWay((request) =>
        isAbout(request, 'lora_training_jobs') ? without(request, 'brand_id') : request,
      ),
    },
  },
  {
    name: 'answers kept for everybody',
    why: 'A cache between goes by the address alone.',
    routes: ['listDocuments'],
    plant: {
      api: (sound) => {
        const kept = new Map<string, Response>();
        return {
          fetch: async (request) => {
            const known = kept.get(request.url);
            if (known) return known.clone();
            const answer = await sound.fetch(request);
            if (answer.ok) kept.set(request.url, answer.clone());
            return answer;
          },
        };
      },
    },
  },
  {
    name: 'refused, and done all the same',
    why: 'The row is written before anybody asks whose it is.',
    routes: ['updateTrainingJob'],
    plant: {
      api: onTheWayBack(async (answer, request, { database }) => {
        await using client = await connect(database.superuser);
        const [id] = /[0-9a-f-]{36}/.exec(request.url) ?? [];
        await client.query(`update public.lora_training_jobs set description = 'Taken' where id = $1`, [id]);
        return answer;
      }),
    },
  },
  {
    name: 'route nobody decided about',
    why: 'A new route begins without any wall.',
    routes: [],
    plant: {
      paths: {
        '/peek': { get: { operationId: 'peek', security: [{ bearer: [] }], responses: { 200: {} } } },
      },
    },
  },
];
