import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand } from './testing/brand-content.ts';

const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' });

/** A key of so many letters. */
const keyOf = (length: number) => `${brand}/`.padEnd(length - 4, 'x').concat('.jpg');

it.each([
  ['ctMember', 'training-data', 512, true],
  ['ctMember', 'training-data', 513, false],
  ['ctAdmin', 'training-data', 1_000, false],
  ['ctAdmin', 'brand-documents', 513, false],
  [{ system: brand }, 'generated-content', 512, true],
  [{ system: brand }, 'generated-content', 513, false],
] as const)('%o may store in %s under a key of %i letters: %s', async (actor, bucket, length, isTaken) => {
  await using stack = await startStack();
  const files = (await stack.as(actor)).storage.from(bucket);
  const content = bucket === 'brand-documents' ? new Blob(['a'], { type: 'text/plain' }) : picture;
  const { error } = await files.upload(keyOf(length), content);
  expect(error === null).toBe(isTaken);
  if (error) expect(error.message).toMatch(/row-level security/);
});

it('counts as storage counts: in bytes', async () => {
  await using stack = await startStack();
  const rows = await asSuperuser(
    stack,
    `select private.is_plain_key($1 || repeat('x', 506)) as short, private.is_plain_key($1 || repeat('ж', 506)) as long`,
    ['acme/'],
  );
  expect(rows).toEqual([{ short: true, long: false }]);
});
