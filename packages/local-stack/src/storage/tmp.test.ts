import { it } from 'vitest';
import { startStack } from '../testing/start-stack.ts';
import { newKey, pixel } from './testing/storage-files.ts';
it('times', async () => {
  let t = performance.now(); const lap = (n: string) => { console.log(n, Math.round(performance.now() - t)); t = performance.now(); };
  {
  await using stack = await startStack({ listen: true });
  lap('start');
  const files = (await stack.as('secretKey')).storage.from('training-data');
  const key = newKey();
  await Promise.all(Array.from({ length: 8 }, (_, index) => files.upload(key, pixel(`${index}`.repeat(50_000)), { upsert: true })));
  lap('uploads');
  await (await files.download(key)).data?.text();
  lap('download');
  }
  lap('close');
});
