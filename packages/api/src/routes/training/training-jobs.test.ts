import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi } from '../../testing/start-api.ts';

const page = z.object({ items: z.array(z.object({ name: z.string(), modelType: z.string() })) });

it('lists trainings by a part of their name and by base model', async () => {
  await using test = await startApi();
  const { failedJobId } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  await test.sql(
    `set session_replication_role = replica; update public.lora_training_jobs set name = 'Spring 50%', model_type = 'sdxl' where id = '${failedJobId}'`,
  );
  const list = async (query: string) => {
    const answer = await test.send('ctViewer', `/training/jobs?${query}`);
    return page
      .parse(await answer.json())
      .items.map(({ name }) => name)
      .sort();
  };
  expect(await list('')).toEqual(['Spring 50%', 'flux-lora', 'running']);
  expect(await list('name=SPRING')).toEqual(['Spring 50%']);
  expect(await list('name=0%25')).toEqual(['Spring 50%']);
  expect(await list('name=%25u')).toEqual([]);
  expect(await list('modelType=sdxl')).toEqual(['Spring 50%']);
  expect(await list('modelType=flux&name=u')).toEqual(['flux-lora', 'running']);
  expect(await list('modelType=flux&name=u&status=completed')).toEqual(['flux-lora']);
  expect(await list('name=deleted')).toEqual([]);
  expect(await list('name=delete&deleted=true')).toEqual(['deleted']);
  for (const query of ['name=', `name=${'a'.repeat(121)}`, 'modelType=flx']) {
    const answer = await test.send('ctViewer', `/training/jobs?${query}`);
    expect(await refusalOf(answer)).toEqual([400, 'input_invalid']);
  }
});
