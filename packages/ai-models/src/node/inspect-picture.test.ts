import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectPicture } from './inspect-picture.ts';
import { loadSharp } from './load-sharp.ts';
import { createPictureTools } from './picture-tools.ts';
import { paintPicture, toBytes } from './testing/paint-picture.ts';

const inspect = async (picture: Sharp | Uint8Array<ArrayBuffer>, claimedType?: string) =>
  inspectPicture(picture instanceof Uint8Array ? picture : await toBytes(picture), { claimedType });

/** The result of a picture that is expected to be ready. */
async function look(picture: Sharp | Uint8Array<ArrayBuffer>, claimedType?: string) {
  const result = await inspect(picture, claimedType);
  if (result.outcome !== 'ready') throw new Error(result.message);
  return result;
}

const fromSvg = (svg: string, size = 800) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${svg}</svg>`));

const pixelAt = async (bytes: Uint8Array, left: number, top: number) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
];

describe('takes', () => {
  it.each([
    ['image/jpeg', (picture: Sharp) => picture.jpeg()],
    ['image/jpeg', (picture: Sharp) => picture.jpeg({ progressive: true, restartInterval: 4 } as object)],
    ['image/png', (picture: Sharp) => picture.png()],
    ['image/png', (picture: Sharp) => picture.png({ palette: true })],
    ['image/webp', (picture: Sharp) => picture.webp()],
    ['image/webp', (picture: Sharp) => picture.webp({ lossless: true })],
    ['image/jpeg', (picture: Sharp) => picture.greyscale().jpeg()],
  ])('a clean %s as it is', async (type, encode) => {
    const bytes = await toBytes(encode(paintPicture()));
    const result = await look(bytes, type);
    expect(result).toMatchObject({ type, width: 1200, height: 900, changes: [], findings: [] });
    expect(result.content).toBe(bytes);
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await sharp(result.thumbnail).metadata()).toMatchObject({
      format: 'webp',
      width: 480,
      height: 360,
    });
  });

  it('a picture under a wrong name, and notes it', async () => {
    expect(await look(paintPicture().png(), 'image/jpeg')).toMatchObject({
      type: 'image/png',
      changes: ['renamed'],
    });
  });

  it('a colour profile that is sRGB, as cameras write it', async () => {
    expect((await look(paintPicture().withIccProfile('srgb').jpeg())).changes).toEqual([]);
  });
});

describe('cleans', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('a picture that lies as orientation %i says', async (orientation) => {
    const upright = await toBytes(
      fromSvg(
        '<rect width="800" height="400" fill="#c00"/><rect y="400" width="800" height="200" fill="#00c"/>',
        800,
      )
        .resize(800, 600, { fit: 'fill' })
        .png(),
    );
    const { changes, content, width, height } = await look(
      sharp(upright).withMetadata({ orientation }).jpeg(),
    );
    expect(changes).toContain('turned');
    expect([width, height]).toEqual(orientation > 4 ? [600, 800] : [800, 600]);
    // The stored pixels are upright; turned as the orientation says, the red half is on another side.
    const [x, y] =
      {
        2: [400, 50],
        3: [400, 550],
        4: [400, 550],
        5: [50, 400],
        6: [550, 400],
        7: [550, 400],
        8: [50, 400],
      }[orientation] ?? [];
    const [red = 0, , blue = 0] = await pixelAt(content, x ?? 0, y ?? 0);
    expect(red).toBeGreaterThan(blue + 50);
  });

  it.each([
    [
      'place',
      (picture: Sharp) =>
        picture.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' } }).jpeg(),
    ],
    ['place', (picture: Sharp) => picture.withExif({ IFD3: { GPSLatitudeRef: 'N' } }).png()],
    ['place', (picture: Sharp) => picture.withExif({ IFD3: { GPSLatitudeRef: 'N' } }).webp()],
    [
      'author',
      (picture: Sharp) =>
        picture.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>Jane</rdf></x:xmpmeta>').jpeg(),
    ],
  ])('a picture of its %s', async (_, encode) => {
    const bytes = await toBytes(encode(paintPicture()));
    const { changes, content, type } = await look(bytes);
    expect(changes).toEqual(['metadata_removed']);
    const { exif, xmp, format } = await sharp(content).metadata();
    expect([exif, xmp, `image/${format}`]).toEqual([undefined, undefined, type]);
    expect((await look(content)).changes).toEqual([]);
    expect(Buffer.from(content).includes('GPS') || Buffer.from(content).includes('Jane')).toBe(false);
  });

  it.each([
    ['jpg', paintPicture().jpeg()],
    ['png', paintPicture().png()],
    ['webp', paintPicture().webp()],
  ])('a %s of what hangs behind it, such as the video of a live photo', async (_, picture) => {
    const bytes = await toBytes(picture);
    const { changes, content } = await look(
      new Uint8Array(Buffer.concat([bytes, Buffer.from('ftypmp42 +48.2082+016.3738/')])),
    );
    expect(changes).toEqual(['metadata_removed']);
    expect(Buffer.from(content).includes('+48.2082')).toBe(false);
  });

  it('a JPEG of a comment, and a PNG of a text', async () => {
    const jpeg = Buffer.from(await toBytes(paintPicture().jpeg()));
    const comment = Buffer.from('\xff\xfe\0\x0dHome street', 'latin1');
    expect(
      (await look(new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])))).changes,
    ).toEqual(['metadata_removed']);
    const png = Buffer.from(await toBytes(paintPicture().png()));
    const chunk = Buffer.concat([
      Buffer.from('\0\0\0\x08tEXt', 'latin1'),
      Buffer.from('a\0street'),
      Buffer.alloc(4),
    ]);
    const { changes, content } = await look(
      new Uint8Array(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])),
    );
    expect(changes).toEqual(['metadata_removed']);
    expect(Buffer.from(content).includes('street')).toBe(false);
  });

  it('CMYK, 16 bits and other profiles into 8-bit sRGB', async () => {
    for (const picture of [
      paintPicture().toColourspace('cmyk').jpeg(),
      paintPicture().toColourspace('rgb16').png(),
      paintPicture().withIccProfile('p3').jpeg(),
    ]) {
      const { changes, content } = await look(picture);
      expect(changes).toContain('colours_converted');
      expect(await sharp(content).metadata()).toMatchObject({
        space: 'srgb',
        depth: 'uchar',
        channels: 3,
        hasProfile: false,
      });
    }
  });

  it('transparency onto white, or onto black where white would hide it', async () => {
    const logo = (fill: string) => fromSvg(`<circle cx="400" cy="400" r="200" fill="${fill}"/>`).png();
    const dark = await look(logo('#236'));
    expect(dark).toMatchObject({ type: 'image/png', changes: ['made_opaque'] });
    expect(await pixelAt(dark.content, 5, 5)).toEqual([255, 255, 255]);
    const white = await look(logo('#fff'));
    expect(await pixelAt(white.content, 5, 5)).toEqual([0, 0, 0]);
    expect(await pixelAt(white.content, 400, 400)).toEqual([255, 255, 255]);
  });
});

describe('rejects', () => {
  it.each([
    ['type_unknown', 'GIF', fromSvg('<rect width="400" height="400"/>').gif()],
    ['type_unknown', 'AVIF', fromSvg('<rect width="400" height="400"/>').avif({ effort: 0 })],
    ['type_unknown', 'TIFF', fromSvg('<rect width="400" height="400"/>').tiff()],
    ['too_small', '255 × 900', paintPicture({ width: 255, height: 900 }).jpeg()],
    [
      'too_many_pixels',
      '64 million',
      sharp({ create: { width: 9000, height: 8000, channels: 3, background: 'red' } }).png(),
    ],
  ])('%s: %s', async (rejection, message, picture) => {
    expect(await inspect(picture)).toEqual({
      outcome: 'rejected',
      rejection,
      message: expect.stringContaining(message),
    });
  });

  it('text that calls itself a picture', async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '']) {
      expect(await inspect(new TextEncoder().encode(text), 'image/png')).toMatchObject({
        rejection: 'type_unknown',
      });
    }
  });

  it.each([
    ['jpeg', (picture: Sharp) => picture.jpeg()],
    ['progressive jpeg', (picture: Sharp) => picture.jpeg({ progressive: true })],
    ['png', (picture: Sharp) => picture.png()],
    ['webp', (picture: Sharp) => picture.webp()],
    ['lossless webp', (picture: Sharp) => picture.webp({ lossless: true })],
  ])('a %s that breaks off, wherever', async (_, encode) => {
    const bytes = await toBytes(encode(paintPicture({ width: 640, height: 480 })));
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const part = bytes.slice(0, Math.floor(bytes.length * share));
      expect(await inspect(part), String(share)).toMatchObject({ rejection: 'unreadable' });
    }
  });

  it('what is damaged inside, and noise behind a right beginning', async () => {
    const png = await toBytes(paintPicture().png());
    png.fill(0x55, png.length / 2, png.length / 2 + 400);
    expect(await inspect(png)).toMatchObject({ rejection: 'unreadable' });
    const noise = new Uint8Array(50_000).map((_, index) => (index * 7919) % 251);
    noise.set([0xff, 0xd8, 0xff, 0xe0]);
    expect(await inspect(noise)).toMatchObject({ rejection: 'unreadable' });
  });

  it('moving WebP and moving PNG', async () => {
    const frames = await Promise.all(
      [1, 2].map(async (seed) =>
        Buffer.from(await toBytes(paintPicture({ seed, width: 300, height: 300 }).png())),
      ),
    );
    const webp = sharp(frames, { join: { animated: true } }).webp();
    expect(await inspect(webp)).toMatchObject({ rejection: 'animated' });
    const [png = Buffer.alloc(0)] = frames;
    const chunk = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1');
    const moving = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    expect(await inspect(new Uint8Array(moving))).toMatchObject({ rejection: 'animated' });
  });

  it('a file that is too large, without opening it', async () => {
    const bytes = await toBytes(paintPicture().jpeg());
    expect(await inspectPicture(bytes, { maximumBytes: 1000 })).toMatchObject({ rejection: 'too_large' });
  });
});

describe('finds', () => {
  it.each([
    ['nothing in a good one', paintPicture(), []],
    ['small', paintPicture({ width: 400, height: 600 }), ['small']],
    ['blurred', paintPicture().blur(3), ['blurred']],
    ['nothing in a sharp one that is merely dark', paintPicture().linear(0.5, 0), []],
    ['dark', paintPicture().linear(0.2, 0), ['dark', 'low_contrast']],
    ['bright', paintPicture().linear(0.1, 230), ['bright', 'low_contrast']],
    ['low contrast', paintPicture().linear(0.1, 120), ['low_contrast']],
    [
      'nothing in a logo on white',
      fromSvg(
        '<rect width="800" height="800" fill="#fff"/><circle cx="400" cy="400" r="80" fill="#c33"/>',
      ).flatten(),
      [],
    ],
    [
      'nothing in a product on black',
      fromSvg('<rect width="800" height="800"/><circle cx="400" cy="400" r="100" fill="#ccc"/>').flatten(),
      [],
    ],
  ])('%s', async (_, picture, findings) => {
    expect((await look(picture.jpeg())).findings).toEqual(findings);
  });

  it('a sharp subject before a soft background sharp', async () => {
    const subject = await toBytes(paintPicture({ seed: 5, width: 300, height: 300 }).png());
    const portrait = await toBytes(paintPicture().blur(8).png());
    expect(
      (
        await look(
          sharp(portrait)
            .composite([{ input: Buffer.from(subject), left: 450, top: 300 }])
            .jpeg(),
        )
      ).findings,
    ).toEqual([]);
  });
});

describe('hashes', () => {
  const distance = (one: string, other: string) =>
    [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === '1').length;
  const hashOf = async (picture: Sharp) => (await look(picture)).perceptualHash;

  it('what looks the same nearly the same, and what does not differently', async () => {
    const hashes: string[] = [];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const base = await toBytes(paintPicture({ seed }).jpeg({ quality: 92 }));
      const hash = await hashOf(sharp(base).png());
      const versions = [
        sharp(base).resize(700).jpeg(),
        sharp(base).jpeg({ quality: 35 }),
        sharp(base).linear(1.15, 5).webp(),
        sharp(base).extract({ left: 12, top: 9, width: 1176, height: 882 }).jpeg(),
      ];
      for (const version of versions) expect(distance(hash, await hashOf(version))).toBeLessThanOrEqual(6);
      for (const other of hashes) expect(distance(hash, other)).toBeGreaterThan(12);
      hashes.push(hash);
    }
  });
});

it('names the package that is missing', async () => {
  const load = () => Promise.reject(new Error("Cannot find package 'sharp'"));
  await expect(loadSharp(load)).rejects.toMatchObject({
    code: 'peer_missing',
    hint: 'Install it: npm install sharp',
  });
});

it('offers what generated pictures need', async () => {
  const tools = await createPictureTools();
  const bytes = await toBytes(paintPicture().png());
  expect(await tools.describe(bytes)).toEqual({ contentType: 'image/png', width: 1200, height: 900 });
  expect(await sharp(await tools.thumbnail(bytes)).metadata()).toMatchObject({ format: 'webp', width: 480 });
  await expect(tools.describe(new TextEncoder().encode('<html>'))).rejects.toMatchObject({
    code: 'picture_rejected',
  });
  await expect(tools.thumbnail(bytes.slice(0, 2000))).rejects.toMatchObject({ code: 'picture_rejected' });
});
