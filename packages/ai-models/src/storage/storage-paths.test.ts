import { connect, startStack } from '@act/local-stack/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { toBrandId } from '../shared/brand-id.ts';
import {
  archiveKey,
  assertOwnKey,
  type Bucket,
  buckets,
  generationKey,
  incomingKey,
  modelKey,
  modelMetadataKey,
  parseRowPath,
  type StorageKey,
  safeFileName,
  sampleKey,
  thumbnailKey,
  toRowPath,
  toUrlPath,
  trainingDataKey,
} from './storage-paths.ts';

const brandId = 'creativetechnologists';
const ownerId = '00000000-0000-4000-8000-0000000000a2';
const id = '6f0c2d6e-5d0f-4c0e-9b57-0f3c1c9f2a11';
const brand = { brandId, ownerId: null };
const person = { brandId, ownerId };
const now = new Date('2024-12-04T10:15:30.123Z');
const rootHash = 'ab'.repeat(32);

describe('the keys of the founding documents', () => {
  it.each([
    [trainingDataKey({ ...brand, fileName: 'image-001.jpg' }), `${brandId}/image-001.jpg`],
    [trainingDataKey({ ...person, fileName: 'image-001.jpg' }), `${brandId}/${ownerId}/image-001.jpg`],
    [modelKey({ ...brand, name: 'flux-lora', version: 1 }), `${brandId}/flux-lora-v1.safetensors`],
    [
      modelKey({ ...person, name: 'flux-lora', version: 12 }),
      `${brandId}/${ownerId}/flux-lora-v12.safetensors`,
    ],
    [modelMetadataKey(brand), `${brandId}/metadata.json`],
    [generationKey({ ...brand, now, id, extension: 'png' }), `${brandId}/2024-12-04-101530-${id}.png`],
    [
      sampleKey({ ...brand, jobId: id, step: 250, index: 1, extension: 'jpg' }),
      `${brandId}/samples/${id}-000250-1.jpg`,
    ],
    [thumbnailKey({ ...person, id }), `${brandId}/${ownerId}/thumbnails/${id}.webp`],
    [archiveKey({ brandId, rootHash }), `${brandId}/${rootHash}.zip`],
    [
      incomingKey({ ...brand, runKey: `training-${id}-1`, fileName: 'weights.safetensors' }),
      `${brandId}/incoming/training-${id}-1/weights.safetensors`,
    ],
  ])('%s', (key, expected) => {
    expect(key).toBe(expected);
  });
});

const refused = (code: string) => expect.objectContaining({ code });
const attempt = (call: () => unknown) => {
  try {
    return call();
  } catch (error) {
    return AiModelsError.isInstance(error) ? error : Object.assign(new Error('untyped'), { cause: error });
  }
};

describe('what cannot be part of a key', () => {
  it.each([
    ...[
      '',
      '.',
      '..',
      '../acme/x.jpg',
      'a/b.jpg',
      'a\\b.jpg',
      '/etc',
      ' a.jpg',
      'a b.jpg',
      '.hidden',
      'a.jpg.',
    ],
    ...[
      'a\u0000.jpg',
      'a\n.jpg',
      'a\u202egpj.exe',
      'a\u200b.jpg',
      'сat.jpg',
      'cat\u0301.jpg',
      'a%2f..',
      'a?x',
      'a#x',
    ],
    ...['ｃat.jpg', 'a'.repeat(129), '-rf', 'a*.jpg', "a'.jpg", '~', '$HOME', ownerId, ownerId.toUpperCase()],
  ])('refuses the file name %j', (fileName) => {
    expect(attempt(() => trainingDataKey({ ...brand, fileName }))).toEqual(refused('path_invalid'));
  });

  it.each(['', 'a', 'Acme', 'acme/', 'acme/../x', '-acme', 'аcme', 'acme\n', 'a'.repeat(64), 'acme.'])(
    'refuses the brand %j',
    (foreign) => {
      const refusal = refused('input_invalid');
      expect(attempt(() => toBrandId(foreign))).toEqual(refusal);
      expect(attempt(() => trainingDataKey({ brandId: foreign, ownerId, fileName: 'a.jpg' }))).toEqual(
        refusal,
      );
      expect(attempt(() => archiveKey({ brandId: foreign, rootHash }))).toEqual(refusal);
    },
  );

  it.each([
    ['an owner', () => modelMetadataKey({ brandId, ownerId: '..' })],
    ['an empty owner', () => modelMetadataKey({ brandId, ownerId: '' })],
    ['an owner that is undefined in JavaScript', () => modelMetadataKey(JSON.parse('{"brandId":"acme"}'))],
    ['a model name', () => modelKey({ ...brand, name: '../x', version: 1 })],
    ['version 0', () => modelKey({ ...brand, name: 'x', version: 0 })],
    ['version 1.5', () => modelKey({ ...brand, name: 'x', version: 1.5 })],
    ['a huge version', () => modelKey({ ...brand, name: 'x', version: 1e21 })],
    ['an id', () => generationKey({ ...brand, now, id: '../../x', extension: 'png' })],
    ['an extension', () => generationKey({ ...brand, now, id, extension: 'png/../x' })],
    ['a time', () => generationKey({ ...brand, now: new Date(Number.NaN), id, extension: 'png' })],
    ['a far time', () => generationKey({ ...brand, now: new Date(8.64e15), id, extension: 'png' })],
    ['a hash', () => archiveKey({ brandId, rootHash: 'AB'.repeat(32) })],
    ['a run', () => incomingKey({ ...brand, runKey: 'a/b', fileName: 'x' })],
    ['a run that is a person', () => trainingDataKey({ ...brand, fileName: ownerId })],
  ])('refuses %s', (_, call) => {
    expect(attempt(call)).toEqual(refused('path_invalid'));
  });
});

describe('paths in rows', () => {
  it('are taken apart as they were put together', () => {
    const key = trainingDataKey({ ...person, fileName: 'image-001.jpg' });
    expect(parseRowPath(toRowPath('training-data', key))).toEqual({ bucket: 'training-data', key });
  });

  it('may hold what others than us have uploaded', () => {
    expect(parseRowPath('training-data/acme/photo (1) + a.jpg').key).toBe('acme/photo (1) + a.jpg');
    const { bucket, key } = parseRowPath('training-data/acme/a?b=c&d.jpg');
    expect(toUrlPath(bucket, key)).toBe('training-data/acme/a%3Fb%3Dc%26d.jpg');
  });

  it.each([
    ...[
      '',
      'acme',
      'models',
      'models/',
      'models/acme',
      'models/acme/',
      'models//x',
      'models/acme//x',
      '/models/acme/x',
    ],
    ...[
      'public/acme/x',
      'models/acme/../x/y',
      'models/acme/./y',
      'models/Acme/x',
      'models/acme/a\\b',
      'modelsx/acme/x',
    ],
    ...['models/acme/а.jpg', 'models/acme/a\u0000', 'models/acme/a%00', `models/acme/${'a'.repeat(512)}`],
    ...['https://example.com/models/acme/x', '__proto__/acme/x'],
  ])('refuses %j', (text) => {
    expect(attempt(() => parseRowPath(text))).toEqual(refused('path_invalid'));
  });

  it('belong to the brand they begin with, not to one whose name begins alike', () => {
    expect(attempt(() => assertOwnKey('acme/x.jpg', 'acme'))).toBeUndefined();
    for (const key of ['acme2/x.jpg', 'acmex.jpg', 'acme', 'acme/', 'acme/../b/x', 'b/acme/x']) {
      expect(attempt(() => assertOwnKey(key, 'acme'))).toEqual(refused('path_invalid'));
    }
    const message = String(attempt(() => assertOwnKey('globex/secret-launch.jpg', 'acme')));
    expect(message).not.toMatch(/globex|secret/);
  });
});

/** Anything that a caller might pass, the plausible often enough. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'aZ09-_.. /\\%\0а') }),
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}$/),
  fc.constantFrom('..', '.', '', '../..', 'acme/..', ownerId),
);
const keyOwners = fc.record({
  brandId: fc.oneof({ weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}$/) }, words),
  ownerId: fc.oneof(fc.constant(null), fc.uuid(), words),
});
const ids = fc.oneof(fc.uuid(), words);
const numbers = fc.oneof(fc.nat(), fc.double());
const keysInBuckets: Record<string, { bucket: Bucket; keys: fc.Arbitrary<() => StorageKey> }> = {
  trainingData: {
    bucket: 'training-data',
    keys: fc.tuple(keyOwners, words).map(
      ([owner, fileName]) =>
        () =>
          trainingDataKey({ ...owner, fileName }),
    ),
  },
  uploaded: {
    bucket: 'training-data',
    keys: fc.tuple(keyOwners, words, fc.option(fc.uuid(), { nil: undefined })).map(
      ([owner, name, unique]) =>
        () =>
          trainingDataKey({ ...owner, fileName: safeFileName(name, unique ? { id: unique } : {}) }),
    ),
  },
  models: {
    bucket: 'models',
    keys: fc.tuple(keyOwners, words, numbers).map(
      ([owner, name, version]) =>
        () =>
          modelKey({ ...owner, name, version }),
    ),
  },
  incoming: {
    bucket: 'models',
    keys: fc.tuple(keyOwners, words, words).map(
      ([owner, runKey, fileName]) =>
        () =>
          incomingKey({ ...owner, runKey, fileName }),
    ),
  },
  generations: {
    bucket: 'generated-content',
    keys: fc
      .tuple(keyOwners, fc.date({ noInvalidDate: false }), ids, fc.oneof(fc.constant('png'), words))
      .map(
        ([owner, time, unique, extension]) =>
          () =>
            generationKey({ ...owner, now: time, id: unique, extension }),
      ),
  },
  samples: {
    bucket: 'generated-content',
    keys: fc.tuple(keyOwners, ids, numbers, numbers).map(
      ([owner, jobId, step, index]) =>
        () =>
          sampleKey({ ...owner, jobId, step, index, extension: 'png' }),
    ),
  },
};

// What the database asks of a key: private.is_plain_key and private.is_own_path, once more in our words.
const databaseForm = /^[a-z0-9][a-z0-9-]{1,62}(\/[^/]+)+$/;

it.each(Object.entries(keysInBuckets))(
  'whatever goes in, a key of %s is plain or refused',
  (_, { bucket, keys }) => {
    let built = 0;
    fc.assert(
      fc.property(keys, (build) => {
        const key = attempt(build);
        if (typeof key !== 'string') {
          expect(key).toBeInstanceOf(AiModelsError);
          return;
        }
        built += 1;
        expect(key).toMatch(databaseForm);
        expect(key).toMatch(/^[\x21-\x7e]{1,512}$/);
        expect(key.split('/').every((part) => part !== '.' && part !== '..')).toBe(true);
        expect(parseRowPath(`${bucket}/${key}`)).toEqual({ bucket, key });
      }),
      { numRuns: 2000 },
    );
    expect(built).toBeGreaterThan(20);
  },
);

it('agrees with the functions of the real database', async () => {
  await using stack = await startStack();
  await using database = await connect(stack.database.superuser);
  const owners = fc.record({
    brandId: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}$/),
    ownerId: fc.option(fc.uuid(), { nil: null }),
  });
  const samples = fc.sample(fc.tuple(owners, words, fc.uuid()), 500).flatMap(([owner, name, unique]) =>
    buckets.flatMap((bucket) => {
      const fileNames = [safeFileName(name), safeFileName(name, { id: unique }), name];
      const tried = fileNames.map((fileName) => attempt(() => trainingDataKey({ ...owner, fileName })));
      const keys = [...tried, thumbnailKey({ ...owner, id: unique }), modelMetadataKey(owner)];
      return keys.flatMap((key) => (typeof key === 'string' ? { ...owner, bucket, key } : []));
    }),
  );
  expect(samples.length).toBeGreaterThan(5000);
  const { rows } = await database.query(
    `select * from jsonb_to_recordset($1) as sample (bucket text, key text, "brandId" text, "ownerId" uuid)
     where not private.is_plain_key(key) or not private.is_open_key(key, "ownerId")
        or not private.is_own_path(bucket || '/' || key, bucket, "brandId", "ownerId",
                                   case when "ownerId" is null then 'brand' else 'owner' end)`,
    [JSON.stringify(samples)],
  );
  expect(rows).toEqual([]);
});
