import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createPortableSha256 } from './portable-sha256.ts';
import { createSha256 } from './sha256.ts';

const expected = (pieces: readonly Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(pieces)).digest('hex');

it('hashes in pieces with the native hash of the runtime', async () => {
  const hash = await createSha256();
  hash.update(Buffer.from('a'));
  hash.update(Buffer.from('bc'));
  expect(hash.digest()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('hashes without one', async () => {
  vi.stubGlobal('process', undefined);
  const hash = await createSha256().finally(() => vi.unstubAllGlobals());
  hash.update(Buffer.from('abc'));
  expect(hash.digest()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('does so as the native one, for all pieces of all lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (pieces) => {
      const hash = createPortableSha256();
      for (const piece of pieces) hash.update(piece);
      return hash.digest() === expected(pieces);
    }),
    { numRuns: 2_000 },
  );
  for (let length = 0; length < 200; length += 1) {
    const bytes = randomBytes(length);
    const hash = createPortableSha256();
    hash.update(bytes);
    expect(hash.digest()).toBe(expected([bytes]));
  }
});
