import { expect, it } from 'vitest';
import { brand, createTestProject, otherBrand } from '../testing/test-project.ts';
import { until } from '../testing/until.ts';

const token = 'a-token-of-the-operator';
const read = async (url: string | null, authorization?: string) => {
  const response = await fetch(`${url}/metrics`, { headers: authorization ? { authorization } : {} });
  return { status: response.status, text: await response.text() };
};

it('counts what was done, and names no brand, person or id', { timeout: 60_000 }, async () => {
  await using project = await createTestProject();
  const worker = await project.startWorker({ health: { port: 0, metricsToken: token } });
  const ids = [
    await project.askForTraining(await project.addPictures(), brand),
    await project.askForTraining(await project.addPictures(otherBrand), otherBrand),
  ];
  await project.untilAllEnded({ withinMs: 40_000 });
  await project.query(
    `insert into private.work_failures (work_id, brand_id, kind, failures, error_code, error_message, next_try)
     values (gen_random_uuid(), '${brand}', 'training', 6, 'x', 'x', now() + interval '1 hour')`,
  );
  const text = await until(
    async () => (await read(worker.healthUrl, `Bearer ${token}`)).text,
    (said) => said.includes('act_worker_pieces_total{duty="save",outcome="done"} 2'),
  );
  const figure = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`act_worker_${name} `))
        ?.split(' ')
        .at(-1),
    );
  expect(figure('pieces_total{duty="submit",outcome="done"}')).toBe(2);
  expect(figure('pieces_in_hand{duty="submit"}')).toBe(0);
  expect(figure('provider_calls_total{provider="replicate",call="startTraining",outcome="answered"}')).toBe(
    2,
  );
  expect(figure('provider_calls_in_flight{provider="replicate"}')).toBe(0);
  expect(figure('waiting{lane="submit"}')).toBe(0);
  expect(figure('dead_letters')).toBe(1);
  expect(text).toContain('process_cpu_seconds_total');
  for (const name of [brand, otherBrand, 'acme', ...ids, 'ctMember']) expect(text).not.toContain(name);
});

it('shows figures to nobody without the token', { timeout: 40_000 }, async () => {
  await using project = await createTestProject();
  const open = await project.startWorker({ health: { port: 0, metricsToken: token } });
  for (const authorization of [
    undefined,
    'Bearer ',
    `Bearer ${token} `.slice(0, -2),
    `Basic ${token}`,
    token,
  ]) {
    expect((await read(open.healthUrl, authorization)).status, authorization).toBe(401);
  }
  const closed = await project.startWorker({ health: { port: 0 } });
  expect((await read(closed.healthUrl, 'Bearer null')).status).toBe(401);
  expect((await read(closed.healthUrl, 'Bearer ')).status).toBe(401);
  expect((await fetch(`${open.healthUrl}/health/live`, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${open.healthUrl}/anything`)).status).toBe(404);
});

it('says that storage is away', { timeout: 40_000 }, async () => {
  await using project = await createTestProject();
  const worker = await project.startWorker({
    health: { port: 0 },
    fetch: async (input, init) =>
      String(input).includes('/storage/v1/bucket') ? new Response(null, { status: 502 }) : fetch(input, init),
  });
  const response = await fetch(`${worker.healthUrl}/health/ready`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ database: 'ready', queue: 'ready', storage: 'away' });
});

it('asks the project no more often where it is asked more often', { timeout: 40_000 }, async () => {
  await using project = await createTestProject();
  let questions = 0;
  const worker = await project.startWorker({
    health: { port: 0 },
    fetch: (input, init) => {
      if (String(input).includes('/storage/v1/bucket')) questions += 1;
      return fetch(input, init);
    },
  });
  const beganAt = performance.now();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(Array.from({ length: 30 }, () => fetch(`${worker.healthUrl}/health/ready`)));
  }
  expect(questions).toBeGreaterThan(0);
  expect(questions).toBeLessThanOrEqual(1 + (performance.now() - beganAt) / 1_000);
});
