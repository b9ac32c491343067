import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { listenOnLoopback, tryPort } from '../home/ports.ts';
import { placeStorefronts } from './storefronts.ts';

const programs = ['act-frontend', 'flurrty', 'sselfie'].map((name) => ({
  name,
  module: `${name}/start.ts`,
  seed: null,
}));

/** The first of several free ports in a row. */
async function findRow(length: number): Promise<number> {
  for (;;) {
    const first = (await tryPort(0)) ?? 0;
    const row = await Promise.all(Array.from({ length }, (_, index) => tryPort(first + index)));
    if (row.every((port) => port !== null)) return first;
  }
}

async function place(storefrontPort: number | null, last: Record<string, number> = {}) {
  const lines: string[] = [];
  const placed = await placeStorefronts(programs, {
    settings: { storefrontPort },
    lastPorts: { stack: 1, database: null, storefronts: last },
    say: (line) => lines.push(line),
  });
  return { lines, ports: placed.map(({ port }) => port), urls: placed.map(({ url }) => url) };
}

it('puts storefronts side by side from the port that was asked for', async () => {
  const first = await findRow(3);
  expect(await place(first)).toEqual({
    lines: [],
    ports: [first, first + 1, first + 2],
    urls: [first, first + 1, first + 2].map((port) => `http://localhost:${port}`),
  });
});

it('finds each where it was the last time', async () => {
  const first = await findRow(3);
  const last = { 'act-frontend': first + 2, flurrty: first, sselfie: first + 1 };
  expect(await place(null, last)).toMatchObject({ lines: [], ports: Object.values(last) });
});

it('says which port is taken, and takes another where nobody asked for that one', async () => {
  const first = await findRow(3);
  const server = createServer();
  await listenOnLoopback(server, first + 1);
  await expect(place(first)).rejects.toMatchObject({
    message: `Port ${first + 1} is taken by another program.`,
    remedy: expect.stringContaining('ACT_STOREFRONT_PORT'),
  });
  const last = { 'act-frontend': first, flurrty: first + 1, sselfie: first + 2 };
  const { lines, ports } = await place(null, last);
  server.close();
  expect(lines).toEqual([expect.stringContaining(`Port ${first + 1} is taken`)]);
  expect(new Set(ports).size).toBe(3);
  expect(ports).not.toContain(first + 1);
});
