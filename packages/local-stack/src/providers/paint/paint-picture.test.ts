import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { LoraTraits } from '../lora/lora-traits.ts';
import { toOklab } from './colour.ts';
import { type PaintPictureOptions, paintPicture } from './paint-picture.ts';

const traitsOf = (palette: string[], mark: string): LoraTraits => ({
  palette,
  mark,
  triggerWord: 'user1',
  modelType: 'flux',
});
const red = { traits: traitsOf(['#e8472b', '#20242b', '#f2c14e'], 'R4M'), scale: 1 };
const blue = { traits: traitsOf(['#1f6feb', '#0b2545', '#8ecae6'], 'K7P'), scale: 1 };

const options: PaintPictureOptions = {
  width: 512,
  height: 512,
  format: 'png',
  quality: 90,
  prompt: 'photo of user1 logo on a billboard',
  seed: 7,
  index: 0,
  loras: [red],
};
const paint = (changed: Partial<PaintPictureOptions> = {}) => paintPicture({ ...options, ...changed });

/** How much of a picture is nearer to red than to blue, to blue, and grey. */
async function hues(picture: Uint8Array) {
  const pixels = await sharp(picture).resize(64, 64).raw().toBuffer();
  const found = { red: 0, blue: 0, grey: 0 };
  for (let index = 0; index < pixels.length; index += 3) {
    const { a, b } = toOklab(`#${pixels.subarray(index, index + 3).toString('hex')}`);
    if (Math.hypot(a, b) < 0.03) found.grey += 1;
    else if (a > 0 || b > 0.03) found.red += 1;
    else found.blue += 1;
  }
  return found;
}

/** The pixels of one part of the picture. */
const cut = (picture: Uint8Array, top: number, height: number, width = options.width) =>
  sharp(picture).extract({ left: 0, top, width, height }).raw().toBuffer();

it.each([
  ['png', 1344, 768],
  ['jpg', 768, 1344],
  ['webp', 256, 256],
] as const)('paints a %s of %s by %s pixels', async (format, width, height) => {
  const picture = await sharp(await paint({ format, width, height })).metadata();
  expect(picture).toMatchObject({ format: format === 'jpg' ? 'jpeg' : format, width, height, channels: 3 });
});

it('paints the same from the same, and another for another seed, prompt and index', async () => {
  const first = await paint();
  expect(await paint()).toEqual(first);
  const others = await Promise.all([paint({ seed: 8 }), paint({ prompt: 'else' }), paint({ index: 1 })]);
  expect(new Set([first, ...others].map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(4);
});

describe('a wrong LoRA is visible to the eye', () => {
  it.each([0, 1, 2, 3, 4])('by its colours, in composition %s', async (index) => {
    const reds = await hues(await paint({ index }));
    expect(reds.red).toBeGreaterThan(20 * reds.blue);
    const blues = await hues(await paint({ index, loras: [blue] }));
    expect(blues.blue).toBeGreaterThan(20 * blues.red);
  });

  it('by its mark, if the colours were the same', async () => {
    const other = { ...red, traits: { ...red.traits, mark: 'X2Z' } };
    const [one, two] = await Promise.all([paint(), paint({ loras: [other] })]);
    expect(await cut(one, 0, 100, 100)).not.toEqual(await cut(two, 0, 100, 100));
    expect(await cut(one, 100, 400)).toEqual(await cut(two, 100, 400));
  });

  it('by greys, if there was none or it had no weight', async () => {
    expect((await hues(await paint({ loras: [] }))).grey).toBeGreaterThan(4000);
    expect(await paint({ loras: [{ ...red, scale: 0 }] })).toEqual(await paint({ loras: [] }));
  });
});

it('mixes two LoRAs by their weight', async () => {
  const share = async (scale: number) => {
    const found = await hues(await paint({ index: 2, loras: [red, { ...blue, scale }] }));
    return found.blue / (found.red + found.blue);
  };
  const shares = [await share(0.1), await share(0.8), await share(3)];
  expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
  expect(shares[2]).toBeGreaterThan(0.5);
});

describe('the words at the lower edge', () => {
  const lowerEdge = async (prompt: string, seed = 7) => {
    // Only the words differ: a seed of the shapes' own would change them too.
    const picture = await paint({ prompt, seed, loras: [] });
    return cut(picture, options.height - 60, 60);
  };

  it.each([
    ['Cyrillic', 'Фото логотипа на щите, ночь'],
    ['accents', 'crème brûlée à la façon de Zoë'],
    ['letters it does not have', '写真 ロゴ 🎨 ﷽'],
    ['what SVG would read as markup', '</svg><script>&"\'<!-- ]]>'],
    ['nothing', ''],
    ['very much', 'a very long prompt '.repeat(500)],
    ['a word without end', 'x'.repeat(5000)],
    ['control signs', 'a\u0000b\u001bc\ud800'],
  ])('draws %s', async (_name, prompt) => {
    expect((await lowerEdge(prompt)).byteLength).toBe(60 * 512 * 3);
  });

  it('are light on dark', async () => {
    const { channels } = await sharp(await paint({ prompt: 'HHHHHHHH '.repeat(9) }))
      .extract({ left: 16, top: 470, width: 400, height: 25 })
      .stats();
    expect(channels[0]?.min).toBeLessThan(60);
    expect(channels[0]?.max).toBeGreaterThan(180);
  });
});

it('takes no longer for a large picture than a run can wait', async () => {
  await paint({ width: 1024, height: 1024 });
  const started = performance.now();
  for (let index = 0; index < 5; index++) await paint({ width: 1024, height: 1024, index });
  // Measured about 40 ms; what is tested is the order of magnitude.
  expect((performance.now() - started) / 5).toBeLessThan(1000);
});
