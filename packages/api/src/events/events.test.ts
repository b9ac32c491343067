import { demoPeople } from '@act/local-stack/testing';
import { createClient } from '@supabase/supabase-js';
import { expect, it } from 'vitest';
import { fillBrand } from '../testing/fill-brand.ts';
import { readEvents, readUntil } from '../testing/read-events.ts';
import { startApi } from '../testing/start-api.ts';

const quick = { eventsIntervalMs: 20, heartbeatMs: 60_000, sessionCheckMs: 60_000 };
const brand = 'creativetechnologists';

async function prepare(options: Parameters<typeof startApi>[0] = {}) {
  const test = await startApi({ ...quick, ...options });
  const filled = await fillBrand(test, brand, 'ctMember');
  const note = (kind: string, message: string) =>
    test.sql('insert into public.training_events (brand_id, job_id, kind, message) values ($1, $2, $3, $4)', [
      brand,
      filled.runningJobId,
      kind,
      message,
    ]);
  const change = (columns: string) =>
    test.sql(`update public.lora_training_jobs set ${columns} where id = $1`, [filled.runningJobId]);
  const follow = (headers: Record<string, string> = {}) =>
    test.send('ctMember', `/training/jobs/${filled.runningJobId}/events`, { headers });
  return { test, filled, note, change, follow };
}

it('shows a training as it is, what happens to it in order, and that it has ended', async () => {
  const { test, filled, note, change, follow } = await prepare();
  await using _ = test;
  await note('log', 'step 1 of 1000');
  const answer = await follow();
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const events = readEvents(answer);

  const [first, log] = await readUntil(events, ({ event }) => event === 'log');
  expect(first).toMatchObject({ event: 'job', data: { id: filled.runningJobId, status: 'training' } });
  expect(log?.data).toMatchObject({ message: 'step 1 of 1000' });

  await test.sql(
    'insert into public.training_metrics (brand_id, job_id, step, loss) values ($1, $2, 10, 0.5), ($1, $2, 20, 0.25)',
    [brand, filled.runningJobId],
  );
  await change('progress = 60');
  const more = await readUntil(events, ({ event, data }) => event === 'job' && data.progress === 60);
  expect(more.filter(({ event }) => event === 'metric').map(({ data }) => data)).toEqual([
    { step: 10, loss: 0.5, learningRate: null },
    { step: 20, loss: 0.25, learningRate: null },
  ]);

  await change(`status = 'completed', progress = 100, completed_at = now()`);
  const last = await readUntil(events, ({ event }) => event === 'end');
  expect(last.map(({ event, data }) => [event, data.status ?? data.reason])).toEqual([
    ['job', 'completed'],
    ['end', 'ended'],
  ]);
  expect((await events.next()).done).toBe(true);
});

it('goes on where a reader was, without what they have seen and without a gap', async () => {
  const { test, note, follow } = await prepare();
  await using _ = test;
  for (const word of ['one', 'two', 'three']) await note('log', word);
  const before = await readUntil(readEvents(await follow()), ({ data }) => data.message === 'two');
  await note('log', 'four');

  const id = before.at(-1)?.id ?? '';
  const after = await readUntil(
    readEvents(await follow({ 'last-event-id': id })),
    ({ data }) => data.message === 'four',
  );
  expect(after.map(({ event, data }) => data.message ?? event)).toEqual(['job', 'three', 'four']);
});

it('says that it is still there where nothing happens', async () => {
  const { test, follow } = await prepare({ heartbeatMs: 50 });
  await using _ = test;
  const seen = await readUntil(readEvents(await follow()), ({ event }) => event === '');
  expect(seen.map(({ event }) => event)).toEqual(['job', '']);
});

it('ends for whoever has signed out', async () => {
  const { test, filled } = await prepare({ sessionCheckMs: 50 });
  await using _ = test;
  const client = createClient(test.stack.url, test.stack.secrets.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => test.stack.fetch(new Request(input, init)) },
  });
  const { data } = await client.auth.signInWithPassword({
    email: demoPeople.ctMember.email,
    password: test.stack.secrets.demoPassword,
  });
  const answer = await test.send(null, `/training/jobs/${filled.runningJobId}/events`, {
    headers: { authorization: `Bearer ${data.session?.access_token}` },
  });
  const events = readEvents(answer);
  expect(await readUntil(events, ({ event }) => event === 'job')).toHaveLength(1);
  expect((await client.auth.signOut()).error).toBeNull();
  expect((await readUntil(events, ({ event }) => event === 'end')).at(-1)?.data).toEqual({
    reason: 'signed_out',
  });
});

it('ends for whoever was taken out of the brand, at the next look', async () => {
  const { test, follow } = await prepare();
  await using _ = test;
  const events = readEvents(await follow());
  await readUntil(events, ({ event }) => event === 'job');
  await test.sql('delete from public.brand_users where user_id = $1', [demoPeople.ctMember.id]);
  const seen = await readUntil(events, ({ event }) => event === 'end');
  expect(seen.at(-1)?.data).toEqual({ reason: 'not_there' });
});

it('lets one person follow so many at once, and again once they close one', async () => {
  const { test, follow } = await prepare({ limits: { streams: 2 } });
  await using _ = test;
  const [first] = [await follow(), await follow()];
  const third = await follow();
  expect([third.status, third.headers.get('retry-after')]).toEqual([429, '30']);
  await first?.body?.cancel();
  expect((await follow()).status).toBe(200);
});

it('holds no place for who left before it began, or asked for its head alone', async () => {
  const { test, follow, filled } = await prepare({ limits: { streams: 1 } });
  await using _ = test;
  const path = `/training/jobs/${filled.runningJobId}/events`;
  for (let round = 0; round < 3; round += 1) {
    expect((await test.send('ctMember', path, { method: 'HEAD' })).status).toBe(200);
    const leaving = new AbortController();
    const asked = test.send('ctMember', path, { signal: leaving.signal });
    leaving.abort();
    await asked.catch(() => undefined);
  }
  expect((await follow()).status).toBe(200);
});

it('is not there for people of other brands, like one that does not exist', async () => {
  const { test, filled } = await prepare();
  await using _ = test;
  const ask = async (id: string) => {
    const answer = await test.send('acmeMember', `/training/jobs/${id}/events`);
    return [answer.status, (await answer.text()).replaceAll(id, 'ID').replace(/"requestId":"[^"]+"/, '')];
  };
  const [theirs, nobodys] = [await ask(filled.runningJobId), await ask(crypto.randomUUID())];
  expect(theirs[0]).toBe(404);
  expect(theirs).toEqual(nobodys);
});
