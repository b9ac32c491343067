import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { AiModelsOptions } from './caller.ts';
import { rowsOf } from './database/answer.ts';
import { openDatabase } from './database/open-database.ts';
import { AiModelsError } from './errors/index.ts';
import { createAiModels } from './lazy-client.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

const brandId = 'creativetechnologists';
const nobodyThere = 'http://127.0.0.1:1';

let stack: TestStack;
let printed: readonly unknown[];
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());
beforeEach(() => {
  printed = (['warn', 'error', 'log'] as const).map((level) => vi.spyOn(console, level));
});
afterEach(() => {
  for (const level of printed) expect(level).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

const project = () => ({ url: stack.url, publishableKey: stack.secrets.publishableKey });
const system = (signingKey = stack.secrets.jwtSecret) => ({
  brandId,
  signer: createSystemSigner({ signingKey }),
});
const robot = { email: 'robot@example.test', password: 'wrong' };

const cases: Record<string, [() => AiModelsOptions, object]> = {
  'a signing key that is none': [
    () => ({ supabase: project(), access: system('abc') }),
    { code: 'not_configured', hint: expect.stringContaining('ACT_SYSTEM_SIGNING_KEY') },
  ],
  'a robot that is refused': [
    () => ({ supabase: project(), access: robot }),
    { code: 'not_signed_in', hint: expect.stringContaining('access.password') },
  ],
  'a robot without a project': [
    () => ({ supabase: { ...project(), url: nobodyThere }, access: robot }),
    { code: 'not_signed_in', message: expect.stringContaining(`${nobodyThere} cannot be reached`) },
  ],
  'the system without a project': [
    () => ({ supabase: { ...project(), url: nobodyThere }, access: system() }),
    { code: 'database_failed', retryable: true, message: expect.stringContaining(nobodyThere) },
  ],
  'a robot with a wrong publishable key': [
    () => ({ supabase: { ...project(), publishableKey: 'sb_publishable_wrong' }, access: robot }),
    { code: 'not_configured', message: expect.stringContaining('publishable key') },
  ],
  'the system with a wrong publishable key': [
    () => ({ supabase: { ...project(), publishableKey: 'sb_publishable_wrong' }, access: system() }),
    { code: 'not_configured', message: expect.stringContaining('publishable key') },
  ],
  'an app that cannot get a session': [
    () => ({
      supabase: project(),
      access: { accessToken: () => Promise.reject(new Error('The cookie is gone.')) },
    }),
    { code: 'not_signed_in', cause: new Error('The cookie is gone.') },
  ],
};

it.each(Object.entries(cases))('says at once and as it is: %s', async (_name, [options, expected]) => {
  const began = performance.now();
  const error: unknown = await createAiModels(options())
    .listTrainingJobs()
    .catch((thrown) => thrown);
  expect(AiModelsError.isInstance(error)).toBe(true);
  expect(error).toMatchObject(expected);
  expect(performance.now() - began).toBeLessThan(3_000);
});

it('says it too where a token fails later', async () => {
  const lost = new AiModelsError({ code: 'not_signed_in', message: 'The session was ended.' });
  const tokens = [() => stack.tokenFor('ctMember'), () => Promise.reject(lost)];
  const accessToken = async () => (await tokens.shift()?.()) ?? null;
  const database = await openDatabase({ ...project(), accessToken, fetch });
  const ask = () => rowsOf(database.from('brands').select('id'));
  expect(await ask()).not.toHaveLength(0);
  await expect(ask()).rejects.toBe(lost);
});

it('works where there is no WebSocket, as in Node 20', async () => {
  vi.stubGlobal('WebSocket', undefined);
  try {
    const ai = createAiModels({ supabase: project(), access: system() });
    expect(await ai.listTrainingJobs()).toEqual({ items: [], nextCursor: null });
  } finally {
    vi.unstubAllGlobals();
  }
});
