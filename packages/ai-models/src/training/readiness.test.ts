import { parseBrandSettings } from '@act/tenant-config';
import { expect, it } from 'vitest';
import { createRandom } from '../node/testing/paint-picture.ts';
import { findNearDuplicates } from './near-duplicates.ts';
import { type JudgedPicture, judgeReadiness } from './readiness.ts';

const { training: policy } = parseBrandSettings({}, { brandId: 'acme' });
const random = createRandom(7);
const hash = () => Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');

const picture = (index: number, changes: Partial<JudgedPicture> = {}): JudgedPicture => ({
  id: `p${index}`,
  status: 'ready',
  sha256: String(index).padStart(64, '0'),
  perceptual_hash: hash(),
  width: 1000 + 100 * (index % 5),
  height: 1000,
  training_caption: 'a cat',
  inspection: { findings: [] },
  ...changes,
});
const pictures = (count: number, changes: (index: number) => Partial<JudgedPicture> = () => ({})) =>
  Array.from({ length: count }, (_, index) => picture(index, changes(index)));

const judge = (list: JudgedPicture[], subjectKind: 'style' | 'person' = 'style') =>
  judgeReadiness(list, { subjectKind, policy });
const briefly = (list: JudgedPicture[]) => {
  const { verdict, reasons } = judge(list);
  return [verdict, ...reasons.map(({ code }) => code)];
};

it('has nothing to say of twenty good pictures', () => {
  expect(judge(pictures(20))).toEqual({ verdict: 'ready', reasons: [] });
});

it.each([
  [9, 'blocked', 'too_few'],
  [10, 'needs_attention', 'fewer_than_recommended'],
  [19, 'needs_attention', 'fewer_than_recommended'],
  [100, 'ready', undefined],
  [101, 'blocked', 'too_many'],
])('counts: %i pictures of a style are %s', (count, verdict, code) => {
  const report = judge(pictures(count));
  expect([report.verdict, report.reasons[0]?.code]).toEqual([verdict, code]);
});

it("goes by the rules of the subject's kind", () => {
  expect(judge(pictures(12), 'person').verdict).toBe('ready');
  expect(judge(pictures(31), 'person').verdict).toBe('blocked');
});

it('counts a file that is there twice once', () => {
  const twice = pictures(12, (index) => (index >= 9 ? { sha256: 'f'.repeat(64) } : {}));
  const { verdict, reasons } = judge(twice);
  expect(verdict).toBe('needs_attention');
  expect(reasons.find(({ code }) => code === 'duplicates')).toMatchObject({
    message: '2 pictures are there already.',
    assetIds: ['p10', 'p11'],
  });
  expect(
    briefly(
      twice.slice(0, 11).map((one, index) => (index < 3 ? { ...one, sha256: 'f'.repeat(64) } : one)),
    )[0],
  ).toBe('blocked');
});

it('blocks what is not ready, and does not judge it otherwise', () => {
  const mixed = pictures(22, (index) =>
    index === 0
      ? { status: 'received', sha256: null, training_caption: null }
      : index === 1
        ? { status: 'rejected' }
        : {},
  );
  expect(judge(mixed)).toEqual({
    verdict: 'blocked',
    reasons: [
      expect.objectContaining({
        code: 'not_inspected',
        assetIds: ['p0'],
        message: '1 picture is still being checked.',
      }),
      expect.objectContaining({ code: 'rejected', assetIds: ['p1'] }),
    ],
  });
});

it('tells what the inspection found', () => {
  const found = ['small', 'blurred', 'dark', 'bright', 'low_contrast', 'something newer'];
  const list = pictures(20, (index) => ({ inspection: { findings: found.slice(index, index + 1) } }));
  expect(briefly(list)).toEqual(['needs_attention', ...found.slice(0, 5)]);
  expect(judge(list).reasons[1]).toMatchObject({ message: '1 picture is blurred.', assetIds: ['p1'] });
  expect(briefly(pictures(20, () => ({ inspection: { findings: 'none' } })))).toEqual(['ready']);
});

it('notes missing captions and one format for all, which stop nothing', () => {
  const list = pictures(20, (index) => ({
    width: 800,
    height: 800,
    training_caption: index < 2 ? ' ' : 'a cat',
  }));
  expect(briefly(list)).toEqual(['ready', 'captions_missing', 'one_format']);
});

it('groups what looks nearly the same', () => {
  const base = 'ffff0000ffff0000';
  const list = [
    { id: 'a', perceptual_hash: base },
    { id: 'b', perceptual_hash: '00ff00ff00ff00ff' },
    { id: 'c', perceptual_hash: 'ffff0000ffff003f' },
    { id: 'd', perceptual_hash: 'ffff0000ffff0fff' },
    { id: 'e', perceptual_hash: null },
    { id: 'f', perceptual_hash: '00ff00ff00ff00ff' },
  ];
  // d is 12 bits from a, but 6 from c.
  expect(findNearDuplicates(list)).toEqual([
    ['a', 'c', 'd'],
    ['b', 'f'],
  ]);
  expect(
    findNearDuplicates(
      [list[0], { id: 'x', perceptual_hash: 'ffff0000ffff007f' }].filter((one) => one !== undefined),
    ),
  ).toEqual([]);
});

it('compares a thousand pictures in no time', () => {
  const list = pictures(1000);
  const startedAt = performance.now();
  expect(findNearDuplicates(list)).toEqual([]);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
