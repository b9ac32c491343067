import type { ThrowAwayWorld } from './throw-away-brands.ts';
import { drawTinyPicture } from './tiny-picture.ts';
import type { Trial } from './trial.ts';

const buckets = ['training-data', 'models', 'generated-content', 'brand-documents', 'archives'];

/** Each way to a file by each stranger. */
export async function tryFiles(world: ThrowAwayWorld, trial: Trial): Promise<void> {
  const { brandId, otherBrandId, files, strangers } = world;
  for (const { name: who, client } of strangers) {
    for (const bucket of buckets) {
      const storage = client.storage.from(bucket);
      const expectRefused = (how: string, done: string | null) =>
        trial.expectRefused({ who, what: `bucket ${bucket}`, how }, done);
      const listed = await storage.list(brandId);
      expectRefused(
        'list its folder',
        listed.data && listed.data.length > 0 ? `saw ${listed.data.length}` : null,
      );
      const body = new Blob([drawTinyPicture()], { type: 'image/png' });
      for (const key of [`${brandId}/taken.png`, `${otherBrandId}/../${brandId}/taken.png`]) {
        const added = await storage.upload(key, body);
        expectRefused('put a file there', added.error ? null : `stored ${key}`);
      }
    }
    for (const { bucket, key } of files) {
      const storage = client.storage.from(bucket);
      const expectRefused = (how: string, { error }: { error: unknown }) =>
        trial.expectRefused({ who, what: `bucket ${bucket}`, how }, error ? null : `reached ${key}`);
      expectRefused('download a file', await storage.download(key));
      expectRefused('sign a file', await storage.createSignedUrl(key, 60));
      expectRefused('copy a file', await storage.copy(key, `${otherBrandId}/copied`));
      expectRefused('move a file', await storage.move(key, `${otherBrandId}/moved`));
      expectRefused('replace a file', await storage.update(key, new Blob(['x'], { type: 'image/png' })));
      const removed = await storage.remove([key]);
      trial.expectRefused(
        { who, what: `bucket ${bucket}`, how: 'remove a file' },
        removed.data && removed.data.length > 0 ? `removed ${key}` : null,
      );
    }
  }
}
