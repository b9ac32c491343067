import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from './testing/fill-brand.ts';
import { startApi } from './testing/start-api.ts';

const refusalSchema = z.object({
  error: z.object({ code: z.string(), reasons: z.array(z.object({ message: z.string() })) }),
});

it('refuses four selfies in the words that the troubleshooting page has for it', async () => {
  await using test = await startApi();
  const { assetIds } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const start = (count: number) => {
    const imageUrls = assetIds.slice(0, count).map((id) => `/api/assets/${id}/file`);
    const json = { modelName: 'selfies', gender: 'woman', imageUrls, trainAnyway: true };
    return test.send('ctMember', '/training/start', { method: 'POST', json });
  };
  const answer = await start(4);
  expect(answer.status).toBe(422);
  const { error } = refusalSchema.parse(await answer.json());
  expect(error.code).toBe('not_ready');
  const entry = await readEntry('Error: "At least 5 training images are required"');
  expect(entry).toContain(`\n> ${error.reasons[0]?.message}\n`);
  expect((await start(5)).status).toBe(201);
});

async function readEntry(title: string): Promise<string> {
  const page = await readFile(new URL('../../../docs/troubleshooting.md', import.meta.url), 'utf8');
  return page.split('\n## ').find((entry) => entry.startsWith(`${title}\n`)) ?? '';
}
