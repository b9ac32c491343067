// Runs in a process of its own, so that what it holds is what one way of zipping holds.
import type { MethodName, ZipFigures, ZipTask } from '../zip-task.ts';

type Fetch = typeof globalThis.fetch;

type Zip = (task: ZipTask, fetch: Fetch) => Promise<number>;

/** Loaded alone: a library that is not measured takes no memory. */
const loaders: Readonly<Record<MethodName, () => Promise<Zip>>> = {
  ours: async () => (await import('../methods/zip-with-ours.ts')).exportWithOurs,
  'ours, to storage': async () => (await import('../methods/zip-with-ours.ts')).trainWithOurs,
  'jszip in memory': async () => (await import('../methods/zip-with-jszip.ts')).zipWithJSZip,
  archiver: async () => (await import('../methods/zip-with-archiver.ts')).zipWithArchiver,
  'client-zip': async () => (await import('../methods/zip-with-client-zip.ts')).zipWithClientZip,
};

process.once('message', (task: ZipTask) => {
  void measure(task).then((figures) => process.send?.(figures, () => process.disconnect()));
});

async function measure(task: ZipTask): Promise<ZipFigures> {
  let reads = 0;
  const fetch: Fetch = (input, init) => {
    if (String(input).includes('/object/authenticated/training-data/')) reads += 1;
    return globalThis.fetch(input, init);
  };
  const zip = await loaders[task.method]();
  // What is loaded and compiled once is not what zipping takes. A training of two pictures would be refused.
  const warmUp = task.method === 'ours, to storage' ? await loaders.ours() : zip;
  await warmUp({ ...task, pictures: task.pictures.slice(0, 2) }, globalThis.fetch);
  const startBytes = process.memoryUsage.rss();
  const startedAt = performance.now();
  const zipBytes = await zip(task, fetch);
  const seconds = (performance.now() - startedAt) / 1000;
  // The system's own count: nothing is missed between two looks.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const first = { seconds, zipBytes, peakBytes, startBytes, reads };
  if (task.method !== 'ours, to storage') return { ...first, secondReads: null };
  reads = 0;
  await zip(task, fetch);
  return { ...first, secondReads: reads };
}
