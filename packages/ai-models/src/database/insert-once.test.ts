import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { asSuperuser, brand, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { wishHashOf } from '../shared/hashing/wish-hash.ts';
import { insertOnce, ofSameWish } from './insert-once.ts';
import { ensureDataset } from './training-datasets.ts';

const snapshot = {
  user_id: null,
  visibility: 'brand',
  root_hash: 'a'.repeat(64),
  items: [],
  image_count: 1,
  size_bytes: 100,
};

it('makes one row of many who come at once', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, { system: brand });
  const rows = await Promise.all(Array.from({ length: 8 }, () => ensureDataset(context, snapshot)));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
  expect(await ensureDataset(context, { ...snapshot, size_bytes: 7 })).toEqual(rows[0]);
  const other = await ensureDataset(await contextFor(stack, { system: otherBrand }), snapshot);
  expect(other.id).not.toBe(rows[0]?.id);
  expect(await asSuperuser(stack, 'select id from public.training_datasets')).toHaveLength(2);
});

it.each(['conflict', 'not_allowed'] as const)(
  'says %s where that is no row of the same key',
  async (code) => {
    const refused = new AiModelsError({ code, message: 'No.' });
    let looks = 0;
    const asked = insertOnce({
      find: async () => {
        looks += 1;
        return null;
      },
      insert: () => Promise.reject(refused),
    });
    await expect(asked).rejects.toBe(refused);
    expect(looks).toBe(code === 'conflict' ? 2 : 1);
  },
);

it('answers a wish with the row of the same wish alone', async () => {
  const wish = { prompt: 'a', settings: { seed: 1, sizes: [2, 1] }, modelId: undefined };
  const row = { wish_hash: await wishHashOf(wish) };
  const inOtherOrder = { settings: { sizes: [2, 1], seed: 1 }, prompt: 'a' };
  expect(ofSameWish(row, await wishHashOf(inOtherOrder))).toBe(row);
  for (const other of [
    { ...wish, prompt: 'b' },
    { ...wish, settings: { seed: 1, sizes: [1, 2] } },
    { ...wish, modelId: 'flux-lora' },
    [wish],
    null,
    undefined,
  ]) {
    const hash = await wishHashOf(other);
    expect(() => ofSameWish(row, hash)).toThrow(expect.objectContaining({ code: 'key_reused' }));
  }
  // What was asked for before wishes were hashed.
  const old = { wish_hash: null };
  expect(ofSameWish(old, row.wish_hash)).toBe(old);
  expect(ofSameWish(null, row.wish_hash)).toBeNull();
});
