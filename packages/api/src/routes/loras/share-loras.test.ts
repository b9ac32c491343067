import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../../testing/fill-brand.ts';
import { type PersonName, refusalOf, startApi } from '../../testing/start-api.ts';

const brand = 'creativetechnologists';
const owner = demoPeople.ctMember.id;
const place = `models/${brand}/shared/a/flux-lora-v1.safetensors`;

const lora = z.object({
  id: z.string(),
  name: z.string(),
  sharing: z.string().nullable(),
  is_others: z.boolean(),
  image_ids: z.array(z.string()),
  lora_url: z.string().nullable(),
  model_id: z.string().nullable(),
  trigger_word: z.string().nullable(),
});
const page = z.object({ items: z.array(lora) });

/** A member's own LoRA, in a brand where what people make is theirs. */
async function prepare({ sharing }: { sharing: boolean }) {
  const test = await startApi();
  const own = await fillBrand(test, brand, 'ctMember');
  await test.sql('update public.brands set settings = settings || $2 where id = $1', [
    brand,
    { features: { sharing } },
  ]);
  await test.sql('delete from public.model_aliases where brand_id = $1', [brand]);
  const folder = `models/${brand}/${owner}/flux-lora-v1.safetensors`;
  await test.sql(
    `update public.lora_training_jobs set visibility = 'owner', model_url = $2, sample_images_urls = '{}' where id = $1`,
    [own.completedJobId, folder],
  );
  await test.sql(
    `update public.brand_models set visibility = 'owner', owner_scope = $2, path = $3, job_id = $4 where id = $1`,
    [own.modelId, owner, folder, own.completedJobId],
  );
  await test.sql(`update public.brands set default_visibility = 'owner' where id = $1`, [brand]);
  const send = (person: PersonName, path: string, method = 'GET', json?: unknown) =>
    test.send(person, path, { method, ...(json !== undefined && { json }) });
  /** As the engine leaves it. */
  const leaveShared = async () => {
    await test.sql(`delete from private.model_moves where model_id = $1`, [own.modelId]);
    await test.sql(
      `update public.brand_models set visibility = 'brand', path = $2, shared_at = now(), title = 'Signs', subject_kind = 'product', metadata = '{}' where id = $1`,
      [own.modelId, place],
    );
    await test.sql(`update public.lora_training_jobs set sharing = 'shared', model_url = $2 where id = $1`, [
      own.completedJobId,
      place,
    ]);
  };
  return { test, own, send, leaveShared, at: `/loras/${own.completedJobId}` };
}

it('lets nobody but its owner share a LoRA, and only where the brand does', async () => {
  const { test, send, at } = await prepare({ sharing: false });
  await using _ = test;
  for (const person of ['ctAdmin', 'ctViewer', 'acmeMember'] as const) {
    for (const act of ['share', 'withdraw']) {
      const refused = await send(person, `${at}/${act}`, 'POST');
      expect([person, act, ...(await refusalOf(refused))]).toEqual([person, act, 404, 'job_not_found']);
    }
  }
  expect(await refusalOf(await send('ctMember', `${at}/share`, 'POST'))).toEqual([403, 'not_allowed']);
});

it('shows what is shared to others, who paint with it and do nothing else to it', async () => {
  const { test, own, send, leaveShared, at } = await prepare({ sharing: true });
  await using _ = test;
  const wished = lora.parse(await (await send('ctMember', `${at}/share`, 'POST')).json());
  expect(wished).toMatchObject({ sharing: 'sharing', is_others: false, model_id: 'flux-lora-v1' });
  expect(page.parse(await (await send('ctAdmin', '/loras?shared=true')).json()).items).toEqual([]);
  await leaveShared();

  const { items } = page.parse(await (await send('ctAdmin', '/loras?shared=true')).json());
  expect(items).toMatchObject([
    {
      id: own.completedJobId,
      name: 'Signs',
      is_others: true,
      sharing: 'shared',
      image_ids: [],
      lora_url: place,
      model_id: own.modelId,
    },
  ]);
  expect(lora.parse(await (await send('ctViewer', at)).json())).toMatchObject({ is_others: true });
  expect(page.parse(await (await send('ctMember', '/loras?shared=true')).json()).items).toEqual([]);
  expect(page.parse(await (await send('acmeMember', '/loras?shared=true')).json()).items).toEqual([]);
  expect(await refusalOf(await send('acmeMember', at))).toEqual([404, 'job_not_found']);

  const wish = { prompt: 'a shop', model: `lora:${own.completedJobId}`, lora_id: own.completedJobId };
  const painted = await send('ctAdmin', '/generations/create', 'POST', { ...wish, lora_url: place });
  expect([painted.status, await painted.json()]).toMatchObject([202, { modelId: own.modelId }]);
  for (const [path, method] of [
    [at, 'DELETE'],
    [`${at}/retry`, 'POST'],
    [`/training/jobs/${own.completedJobId}`, 'GET'],
    [`/training/jobs/${own.completedJobId}/events`, 'GET'],
  ] as const) {
    expect([path, ...(await refusalOf(await send('ctAdmin', path, method)))]).toEqual([
      path,
      404,
      'job_not_found',
    ]);
  }
  expect(await refusalOf(await send('ctAdmin', `/models/${own.modelId}`, 'DELETE'))).toEqual([
    403,
    'not_allowed',
  ]);
  const back = lora.parse(await (await send('ctMember', `${at}/withdraw`, 'POST')).json());
  expect(back).toMatchObject({ sharing: 'withdrawing' });
});

it('lets an admin, and nobody else, take back what somebody shares, though the brand shares nothing any more', async () => {
  const { test, own, send, leaveShared, at } = await prepare({ sharing: false });
  await using _ = test;
  await leaveShared();
  expect(await refusalOf(await send('ctViewer', `${at}/withdraw`, 'POST'))).toEqual([403, 'not_allowed']);
  expect(lora.parse(await (await send('ctAdmin', `${at}/withdraw`, 'POST')).json())).toMatchObject({
    id: own.completedJobId,
    sharing: 'withdrawing',
    is_others: true,
    image_ids: [],
  });
  expect(page.parse(await (await send('ctAdmin', '/loras?shared=true')).json()).items).toEqual([]);
  for (const [path, method] of [
    [at, 'GET'],
    [`${at}/share`, 'POST'],
    [`${at}/withdraw`, 'POST'],
  ] as const) {
    expect([path, ...(await refusalOf(await send('ctAdmin', path, method)))]).toEqual([
      path,
      404,
      'job_not_found',
    ]);
  }
  expect(lora.parse(await (await send('ctMember', at)).json())).toMatchObject({ sharing: 'withdrawing' });
});

it('refuses to choose among what others share by states that all of it has', async () => {
  await using test = await startApi();
  for (const query of ['status=completed', 'status=training&status=failed', 'deleted=true']) {
    const answer = await test.send('ctMember', `/loras?shared=true&${query}`);
    expect([query, ...(await refusalOf(answer))]).toEqual([query, 400, 'input_invalid']);
  }
  for (const query of ['shared=true&deleted=false', 'shared=false&status=completed&deleted=true']) {
    expect([query, (await test.send('ctMember', `/loras?${query}`)).status]).toEqual([query, 200]);
  }
});
