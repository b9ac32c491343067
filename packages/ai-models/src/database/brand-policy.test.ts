import { startStack } from '@act/local-stack/testing';
import { parseBrandSettings } from '@act/tenant-config';
import { expect, it } from 'vitest';
import { asSuperuser, brand, contextFor } from '../node/testing/brand-context.ts';
import { getBrandPolicy, subjectKinds } from './brand-policy.ts';

it('has the defaults of @act/tenant-config where a brand says nothing', async () => {
  await using stack = await startStack({ listen: true });
  const { training } = parseBrandSettings({}, { brandId: 'acme' });
  const { subjects, autoDetectThreshold, visibility } = await getBrandPolicy(
    await contextFor(stack, 'ctViewer'),
  );
  expect(subjects).toEqual(training.subjects);
  expect([autoDetectThreshold, visibility]).toEqual([training.autoDetectThreshold, 'brand']);
  expect(Object.keys(subjects).sort()).toEqual([...subjectKinds].sort());
});

it("reads a brand's own rules, each by itself", async () => {
  await using stack = await startStack({ listen: true });
  const person = { minimumImages: 3, maximumFileBytes: 2048, fileTypes: ['image/png'] };
  const settings = { training: { subjects: { person, style: { minimumImages: 'ten' } } } };
  await asSuperuser(
    stack,
    `update public.brands set settings = $2, default_visibility = 'owner' where id = $1`,
    [brand, settings],
  );
  const policy = await getBrandPolicy(await contextFor(stack, { system: brand }));
  expect(policy.visibility).toBe('owner');
  expect(policy.subjects.person).toEqual({ ...person, recommendedImages: 12, maximumImages: 30 });
  expect(policy.subjects.style.minimumImages).toBe(10);
});

it('is no business of a stranger', async () => {
  await using stack = await startStack({ listen: true });
  const stranger = contextFor(stack, 'acmeMember', { brandId: brand });
  await expect(stranger.then(getBrandPolicy)).rejects.toMatchObject({ code: 'brand_not_allowed' });
});
