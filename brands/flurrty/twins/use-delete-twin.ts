import type { BrandModel, Generation, Page, TrainingJob } from '@act/ui/api/answers';
import type { StudioApi } from '@act/ui/api/studio-api';
import { useStudio } from '@act/ui/screens/studio';
import { useQueryClient } from '@tanstack/react-query';
import { triesOf } from './twin.ts';

/** Deletes a twin with everything that is of it. What is gone already is no trouble: whoever tries again goes on there. */
export const useDeleteTwin = () => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  return async (job: TrainingJob): Promise<void> => {
    try {
      await deleteTwin(api, job);
    } finally {
      for (const list of ['jobs', 'assets', 'models', 'generations'])
        void client.invalidateQueries({ queryKey: [brand.id, list] });
    }
  };
};

async function deleteTwin(api: StudioApi, job: TrainingJob): Promise<void> {
  const jobs = await readAll((cursor) => api.jobs.list({ cursor, limit: 100 }));
  const tries = triesOf(job, jobs);
  const ids = new Set(tries.map(({ id }) => id));
  const models = await readAll<BrandModel>((cursor) =>
    api.models.list({ cursor, limit: 100, includeRetired: true }),
  );
  // The model last but one, for its pictures are found by it, and the training last, for the twin is found by it.
  for (const { modelId } of models.filter(({ jobId }) => jobId !== null && ids.has(jobId))) {
    const made = await readAll<Generation>((cursor) => api.generations.list({ cursor, limit: 100, modelId }));
    for (const { id } of made) await api.generations.delete(id);
    await api.models.delete(modelId);
  }
  const others = jobs.filter(({ id }) => !ids.has(id)).flatMap(({ trainingAssetIds }) => trainingAssetIds);
  const photos = new Set(tries.flatMap(({ trainingAssetIds }) => trainingAssetIds));
  for (const id of others) photos.delete(id);
  if (photos.size > 0) await api.assets.deleteMany([...photos]);
  for (const { id } of tries) await api.jobs.delete(id);
}

/** All pages of a list, one after the other. */
async function readAll<Item>(load: (cursor: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await load(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
