import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createDocument } from '../openapi/document.ts';
import { allRoutes } from '../routes/all-routes.ts';
import { fillBrand } from '../testing/fill-brand.ts';
import { startApi } from '../testing/start-api.ts';
import { createApiClient } from './create-api-client.ts';
import { printTypes } from './print-types.ts';

it('is generated from the document as it is now: else run `pnpm --filter @act/api generate:client`', async () => {
  const written = await readFile(new URL('api.types.ts', import.meta.url), 'utf8');
  expect(await printTypes(createDocument(allRoutes, ''))).toBe(written);
});

it('calls the interface, in the name of whoever is signed in and for the brand that is meant', async () => {
  await using test = await startApi();
  const filled = await fillBrand(test, 'acmecompany', 'acmeMember');
  const client = createApiClient({
    baseUrl: 'http://api.test/api',
    accessToken: () => test.stack.tokenFor('freelancer'),
    brandId: () => 'acmecompany',
    fetch: (request) => test.api.fetch(request),
  });
  const { data, error } = await client.GET('/training/jobs', { params: { query: { status: 'completed' } } });
  expect(error).toBeUndefined();
  expect(data?.items.map(({ id, status }) => [id, status])).toEqual([[filled.completedJobId, 'completed']]);

  const missing = await client.GET('/training/jobs/{id}', { params: { path: { id: crypto.randomUUID() } } });
  expect(missing.error?.error).toMatchObject({ code: 'job_not_found', hint: expect.stringMatching(/\.$/) });

  const quote = await client.POST('/training/quote', {
    body: { modelType: 'flux', config: { preset: 'quick' } },
  });
  expect(quote.data?.estimatedCostUsd).toBeGreaterThan(0);
});
