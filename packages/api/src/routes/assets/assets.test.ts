import { rejections } from '@act/ai-models/schemas';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../../testing/fill-brand.ts';
import { startApi } from '../../testing/start-api.ts';

it('says why a picture was rejected, as a word for programs too', async () => {
  await using test = await startApi();
  const { assetIds } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const [id = ''] = assetIds;
  const read = async () => {
    const answer = await test.send('ctMember', `/assets/${id}`);
    return z
      .object({ rejectionReason: z.string().nullable(), rejectionCode: z.unknown() })
      .parse(await answer.json());
  };
  expect(await read()).toEqual({ rejectionReason: null, rejectionCode: null });
  const reject = (inspection: object) =>
    test.sql(
      `update public.brand_assets set status = 'rejected', rejection_reason = 'It cannot be used.', inspection = $2 where id = $1`,
      [id, inspection],
    );
  for (const rejection of rejections) {
    await reject({ rejection });
    expect(await read()).toEqual({ rejectionReason: 'It cannot be used.', rejectionCode: rejection });
  }
  // Noted by an engine that is older, or newer, than this interface.
  for (const inspection of [{}, { rejection: 'haunted' }]) {
    await reject(inspection);
    expect(await read()).toEqual({ rejectionReason: 'It cannot be used.', rejectionCode: null });
  }
});

it.each([
  ['the name that the caller called', {}, 'studio.example.com', 'http://studio.example.com'],
  ['its own port', {}, 'studio.example.com:8080', 'http://studio.example.com:8080'],
  [
    'where it is said to be',
    { publicUrl: 'https://public.example.com' },
    'evil.example',
    'https://public.example.com',
  ],
  ['where it runs, when that is no name', {}, 'evil.example/path?', 'http://api.test'],
  ['where it runs, when that is another address', {}, 'a@evil.example', 'http://api.test'],
])('gives addresses of its own under %s', async (_, options, host, origin) => {
  await using test = await startApi(options);
  const { assetIds } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const [id = ''] = assetIds;
  const answer = await test.send('ctMember', `/assets/${id}`, { headers: { host } });
  const { imageUrl } = z.object({ imageUrl: z.string() }).parse(await answer.json());
  expect(imageUrl).toBe(`${origin}/api/assets/${id}/file`);

  const started = await test.send('ctMember', '/training/start', {
    method: 'POST',
    headers: { host },
    json: { gender: 'woman', trainAnyway: true, imageUrls: assetIds.map((one) => imageUrl.replace(id, one)) },
  });
  expect(started.status).toBeLessThan(300);
});
