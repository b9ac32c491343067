import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, otherBrand } from './testing/brand-content.ts';

it.each([
  [`training-data/${brand}/%2e0.jpg`],
  [`training-data/${brand}/a\u0430.jpg`],
  [`training-data/${brand}/${'x'.repeat(600)}.jpg`],
  [`training-data/${brand}/thumbnails/somebody.webp`],
])('takes no row that names %s', async (file_url) => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const { error } = await member.from('brand_assets').insert({ brand_id: brand, name: 'a', file_url });
  expect(error).toMatchObject({ code: '23514' });
});

it('leaves the folder of thumbnails to the system', async () => {
  await using stack = await startStack();
  const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' });
  const put = async (actor: Parameters<typeof stack.as>[0]) =>
    (await stack.as(actor)).storage.from('training-data').upload(`${brand}/thumbnails/a.jpg`, picture);
  expect((await put('ctMember')).error).not.toBeNull();
  expect((await put({ system: brand })).error).toBeNull();
});

it('offers the pictures of every brand in turn, however many one of them has', async () => {
  await using stack = await startStack();
  await addPictures(stack, { count: 150, status: 'received' });
  const [theirs] = await addPictures(stack, {
    count: 1,
    brandId: otherBrand,
    userId: demoPeople.acmeMember.id,
    status: 'received',
  });
  const due = await asSuperuser<{ asset_id: string }>(stack, 'select * from private.due_pictures(10)');
  expect(due.map(({ asset_id }) => asset_id)).toContain(theirs);
});

it('holds a run to the brand that noted it first', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const theirs = await addPictures(stack, { brandId: otherBrand, userId: demoPeople.acmeMember.id });
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(pictures));
  await (await stack.as('acmeMember'))
    .from('lora_training_jobs')
    .insert(aJob(theirs, { brand_id: otherBrand }));
  const follow = (brandId: string, run: string) =>
    asSuperuser(
      stack,
      `update public.lora_training_jobs set provider = 'runpod', provider_job_id = $2 where brand_id = $1`,
      [brandId, run],
    );
  await follow(brand, 'trainers/abc-u1@1700000000');
  await expect(follow(otherBrand, 'abc-u1')).rejects.toMatchObject({ code: 'PT409' });
  await follow(brand, 'abc-u1');
});

it('rings with the bell of one provider only', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(pictures));
  await asSuperuser(
    stack,
    `insert into public.webhook_capabilities (token_hash, brand_id, job_id, provider, expires_at)
     select encode(sha256('bell'), 'hex'), brand_id, id, 'replicate', now() + interval '1 hour' from public.lora_training_jobs`,
  );
  await asSuperuser(stack, `update public.lora_training_jobs set due_at = null, last_signal_at = now()`);
  const anybody = await stack.as('anonymous');
  const due = async () =>
    (
      await asSuperuser<{ due: boolean | null }>(
        stack,
        'select due_at > now() as due from public.lora_training_jobs',
      )
    )[0]?.due;
  await anybody.rpc('ring_doorbell', { capability: 'bell', provider: 'runpod' });
  expect(await due()).toBeNull();
  await anybody.rpc('ring_doorbell', { capability: 'bell', provider: 'replicate' });
  // Heard, and looked at in a moment: not once for every ring.
  expect(await due()).toBe(true);
});

it('lets nothing of somebody who is gone lie where the whole brand looks', async () => {
  await using stack = await startStack();
  const rows = await asSuperuser<{ inside: boolean; outside: boolean }>(
    stack,
    `select private.is_own_path('models/acme/' || gen_random_uuid() || '/a.safetensors', 'models', 'acme', null, 'owner') as inside,
            private.is_own_path('models/acme/a.safetensors', 'models', 'acme', null, 'owner') as outside`,
  );
  expect(rows).toEqual([{ inside: true, outside: false }]);
});
