import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSuperuser, contextFor, listKeys } from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { type MadeEntry, type MadeZip, makeZip } from '../storage/testing/make-zip.ts';
import { importDataset } from './import-dataset.ts';

let stack: TestStack;
let good: MadeEntry;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  good = { name: 'good.jpg', content: await toBytes(paintPicture({ width: 300, height: 300 }).jpeg()) };
});
afterAll(() => stack[Symbol.asyncDispose]());

/** What has arrived of anything. */
const arrived = async () => [
  await listKeys(stack),
  await asSuperuser(stack, 'select name from public.brand_assets'),
];
const zeros = new Uint8Array(4_000_000);

describe('uploads nothing of an archive', () => {
  it.each<[what: string, archive: (good: MadeEntry) => MadeZip, message: string]>([
    [
      'with a name that leads out of it',
      (good) => ({ entries: [good, { name: '../../secrets/evil.jpg', content: 'x' }] }),
      'leads out of the archive',
    ],
    [
      'with a caption that leads out of it',
      (good) => ({ entries: [good, { name: 'a/../../good.txt', content: 'x' }] }),
      'leads out of the archive',
    ],
    [
      'with a path of Windows',
      (good) => ({ entries: [good, { name: '..\\evil.jpg', content: 'x' }] }),
      'has a backslash',
    ],
    [
      'with a link',
      (good) => ({ entries: [good, { name: 'link.jpg', content: '/etc/passwd', mode: 0xa1ff }] }),
      'is a link or a device',
    ],
    [
      'with a picture that is a bomb',
      (good) => ({ entries: [good, { name: 'bomb.jpg', content: zeros, method: 8 }] }),
      'unpacks to more than a hundred times its size',
    ],
    [
      'with a caption that is a bomb',
      (good) => ({ entries: [good, { name: 'good.txt', content: zeros, method: 8 }] }),
      'unpacks to more than a hundred times its size',
    ],
    [
      'with a caption that is larger than it says',
      (good) => ({
        entries: [good, { name: 'good.txt', content: zeros, method: 8, claims: { unpackedBytes: 100 } }],
      }),
      'unpacks to more than it says',
    ],
    [
      'whose entries share their bytes',
      (good) => ({ entries: [good, { ...good, name: 'again.jpg', claims: { offset: 0 } }] }),
      'shares its bytes',
    ],
    [
      'with an archive in it',
      (good) => ({ entries: [good, { name: 'more.zip', content: 'PK' }] }),
      'is an archive in the archive',
    ],
    ['whose entries are encrypted', (good) => ({ entries: [{ ...good, flags: 1 }] }), 'is encrypted'],
    [
      'that says it has more entries than it may',
      (good) => ({ entries: [good], claims: { count: 5_000 } }),
      'more than',
    ],
  ])('%s', async (_what, archive, message) => {
    const context = await contextFor(stack, 'ctMember');
    await expect(importDataset(context, { archive: makeZip(archive(good)) })).rejects.toMatchObject({
      code: 'archive_refused',
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\.$/),
    });
    expect(await arrived()).toEqual([[], []]);
  });

  it('that is cut off, empty, or something else', async () => {
    const context = await contextFor(stack, 'ctMember');
    const whole = makeZip({ entries: [good] });
    for (const archive of [
      whole.slice(0, whole.size - 30),
      new Blob([]),
      new Blob(['GIF89a']),
      makeZip({ entries: [] }),
    ])
      await expect(importDataset(context, { archive })).rejects.toMatchObject({ code: 'archive_refused' });
    expect(await arrived()).toEqual([[], []]);
  });
});

it('uploads the others where one picture is not what its entry says', async () => {
  const context = await contextFor(stack, 'ctMember');
  const report = await importDataset(context, {
    archive: makeZip({
      entries: [
        good,
        { ...good, name: 'damaged.jpg', claims: { crc32: 1 } },
        { name: 'text.png', content: 'not a picture' },
        { name: 'folder/good.jpg', content: good.content ?? '' },
      ],
    }),
  });
  expect(report.uploaded.map(({ name }) => name)).toEqual(['good.jpg', 'good.jpg']);
  expect(report.failed.map(({ name, error: { code } }) => [name, code])).toEqual([
    ['damaged.jpg', 'archive_refused'],
    ['text.png', 'picture_rejected'],
  ]);
  const keys = await listKeys(stack);
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(key).toMatch(/^creativetechnologists\/good-[0-9a-f-]{36}\.jpg$/);
});
