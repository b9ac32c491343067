import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { readSafetensorsHeader } from './safetensors.ts';
import { buildSafetensors, frameHeader, type HeaderPlan, planHeader } from './testing/build-safetensors.ts';

const maximumBytes = 1_000_000;
const plan = planHeader({ a: [2, 3], b: [4], c: [] });
const tensor = (shape: unknown, data_offsets: unknown, dtype: unknown = 'F16') => ({
  dtype,
  shape,
  data_offsets,
});
const read = (file: Uint8Array) => readSafetensorsHeader(file, { maximumBytes });
const readText = (text: string) => read(frameHeader(text));
const readPlan = (header: HeaderPlan) => read(buildSafetensors(header, 0));

it('reads what the reference writes', () => {
  const file = buildSafetensors(planHeader({ a: [2, 3], b: [4], c: [] }, { metadata: { format: 'pt' } }));
  expect(read(file)).toEqual({
    sizeBytes: file.length,
    metadata: new Map([['format', 'pt']]),
    tensors: [
      { name: 'a', type: 'F16', shape: [2, 3], begin: 0, end: 12 },
      { name: 'b', type: 'F16', shape: [4], begin: 12, end: 20 },
      { name: 'c', type: 'F16', shape: [], begin: 20, end: 22 },
    ],
  });
});

it('reads entries in any order, spaces behind the header, and every type of number that LoRAs have', () => {
  expect(
    read(frameHeader(`${JSON.stringify({ b: plan.b, a: plan.a, c: plan.c })}   `)).tensors[0]?.name,
  ).toBe('a');
  for (const [dtype, size] of [
    ['F32', 4],
    ['BF16', 2],
    ['F8_E4M3', 1],
    ['F8_E5M2', 1],
  ] as const) {
    expect(readPlan({ a: tensor([3], [0, 3 * size], dtype) }).tensors[0]?.type).toBe(dtype);
  }
});

describe('refuses what the reference refuses', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['less than a length', () => read(Buffer.alloc(7)), /not even eight bytes/],
    ['an empty header', () => readText(''), /header is empty/],
    [
      'a header that is longer than the file',
      () => read(frameHeader('{}').subarray(0, 9)),
      /ends within its header/,
    ],
    ['what is not UTF-8', () => read(frameHeader(Buffer.from([0x7b, 0xff, 0x7d]))), /not UTF-8/],
    ['what is not JSON', () => readText('{"a":}'), /header cannot be read/],
    ['a text without end', () => readText('{"a'), /has no end/],
    ['a list', () => readText('[1]'), /does not begin with "\{"/],
    ['a tensor that is a number', () => readPlan({ a: 1 }), /tensor "a" is described wrongly/],
    [
      'a missing field',
      () => readPlan({ a: { dtype: 'F16', shape: [1] } }),
      /"a" is described wrongly \(data_offsets/,
    ],
    [
      'an unknown type',
      () => readPlan({ a: tensor([1], [0, 2], 'F15') }),
      /"a" is described wrongly \(dtype/,
    ],
    ['a negative side', () => readPlan({ a: tensor([-1], [0, 2]) }), /"-" outside of a text/],
    [
      'a broken side',
      () => readText('{"a":{"dtype":"F16","shape":[1.5],"data_offsets":[0,3]}}'),
      /"\." outside/,
    ],
    [
      'a hole',
      () => readPlan({ a: tensor([1], [0, 2]), b: tensor([1], [4, 6]) }),
      /2 bytes of no tensor before "b"/,
    ],
    ['a hole in front', () => readPlan({ a: tensor([1], [2, 4]) }), /2 bytes of no tensor before "a"/],
    [
      'an overlap',
      () => readPlan({ a: tensor([2], [0, 4]), b: tensor([1], [2, 4]) }),
      /"b" begins within another/,
    ],
    [
      'a shape of other size',
      () => readPlan({ a: tensor([2], [0, 2]) }),
      /"a" has 2 bytes, and its shape needs 4/,
    ],
    ['an end before the beginning', () => readPlan({ a: tensor([1], [4, 2]) }), /"a" has -2 bytes/],
    ['an overflow', () => readPlan({ a: tensor([2 ** 31, 2 ** 31], [0, 2 ** 53 - 1]) }), /"a" is too large/],
    [
      'sides beyond whole numbers',
      () => readPlan({ a: tensor([2 ** 53], [0, 2]) }),
      /"a" is described wrongly/,
    ],
    [
      'metadata that is no text',
      () => readPlan({ ...plan, __metadata__: { a: 1 } }),
      /metadata "a" is no text/,
    ],
    ['metadata that is a list', () => readPlan({ ...plan, __metadata__: ['a'] }), /metadata is no object/],
  ])('%s', (_what, act, message) => {
    expect(act).toThrow(message);
    expect(act).toThrow(AiModelsError);
  });

  it('a length that would need a memory of its own, without asking for one', () => {
    const length = Buffer.alloc(16);
    for (const claimed of [10_000_001n, 2n ** 53n, 2n ** 64n - 1n]) {
      length.writeBigUInt64LE(claimed);
      expect(() => read(length)).toThrow(`a header of ${claimed} bytes is too long`);
    }
  });
});

describe('refuses more than the reference', () => {
  const entry = JSON.stringify(tensor([1], [0, 2]));
  it.each<[string, () => unknown, RegExp]>([
    ['a name twice', () => readText(`{"a":${entry},"a":${entry}}`), /the name "a" twice/],
    [
      'a name with an escape, which may be another one',
      () => readText(`{"a":${entry},"\\u0061" :${entry}}`),
      /an escape in the name/,
    ],
    [
      'a field twice',
      () => readText(`{"a":{"dtype":"F16","dtype":"F32","shape":[],"data_offsets":[0,2]}}`),
      /twice/,
    ],
    ['a space in front', () => readText(` {"a":${entry}}`), /does not begin with "\{"/],
    ['a byte order mark', () => readText(`\ufeff{"a":${entry}}`), /does not begin with "\{"/],
    ['no tensor', () => readText('{}'), /no tensor in it/],
    ['nothing but metadata', () => readPlan({ __metadata__: {} }), /no tensor in it/],
    ['an empty tensor', () => readPlan({ a: tensor([0], [0, 0]) }), /"a" is empty/],
    ['whole numbers', () => readPlan({ a: tensor([1], [0, 8], 'I64') }), /described wrongly \(dtype/],
    ['five dimensions', () => readPlan({ a: tensor([1, 1, 1, 1, 1], [0, 2]) }), /described wrongly \(shape/],
    ['a further field', () => readPlan({ a: { ...tensor([1], [0, 2]), note: 'x' } }), /described wrongly/],
    [
      'numbers in other forms',
      () => readText(`{"a":{"dtype":"F16","shape":[1e0],"data_offsets":[0,2]}}`),
      /outside/,
    ],
    ['values of other kinds', () => readText('{"a":null}'), /outside of a text/],
    ['a long name', () => readPlan({ ['n'.repeat(301)]: tensor([1], [0, 2]) }), /too long/],
    ['lists in lists', () => readText('{"a":{"shape":[[[1]]]}}'), /nested too deeply/],
    [
      'too much metadata',
      () => readPlan({ ...plan, __metadata__: { a: 'x'.repeat(2_000_000) } }),
      /too much metadata/,
    ],
    [
      'a file over the limit',
      () => readPlan({ a: tensor([500_000], [0, 1_000_000]) }),
      /more than the 1000000/,
    ],
  ])('%s', (_what, act, message) => {
    expect(act).toThrow(message);
    expect(act).toThrow(AiModelsError);
  });

  it('too many tensors, and lists that would fill the memory', () => {
    const many = planHeader(
      Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`t${index}`, [1]])),
    );
    expect(() => readPlan(many)).toThrow('20001 tensors are too many');
    expect(() => readText(`{"a":[${'[],'.repeat(3_000_000)}[]]}`)).toThrow(/more than 160000 entries/);
  });

  it('names that mean something to JavaScript are names like others', () => {
    const text = `{"__proto__":${entry},"constructor":${JSON.stringify(tensor([1], [2, 4]))}}`;
    expect(readText(text).tensors.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });
});

describe('whatever bytes come', () => {
  const valid = buildSafetensors(
    planHeader({ a: [2, 3], 'b"\\é': [4], c: [] }, { metadata: { format: 'pt' } }),
  );
  const headerEnd = 8 + Number(valid.readBigUInt64LE());

  /** Reads as the rules are written, on another way: by the reference's own checks. */
  function breaksRule(file: Buffer): boolean {
    const end = 8 + Number(file.readBigUInt64LE());
    const { __metadata__: _metadata, ...entries } = JSON.parse(file.toString('utf8', 8, end));
    const spans = Object.values<{ data_offsets: [number, number]; shape: number[]; dtype: string }>(entries)
      .map(({ data_offsets: [begin, stop], shape, dtype }) => {
        const bits = dtype === 'F32' ? 32 : dtype.startsWith('F8') ? 8 : 16;
        return { begin, stop, isRight: stop - begin === (shape.reduce((a, b) => a * b, 1) * bits) / 8 };
      })
      .sort((one, other) => one.begin - other.begin);
    return (
      spans.length === 0 ||
      spans.some(({ begin, isRight }, index) => !isRight || begin !== (spans[index - 1]?.stop ?? 0))
    );
  }

  function accepts(file: Buffer): boolean {
    try {
      read(file);
      return true;
    } catch (error) {
      if (AiModelsError.isInstance(error) && error.code === 'weights_invalid') return false;
      throw error;
    }
  }

  const runs = { numRuns: 5_000 };
  const place = fc.nat({ max: headerEnd - 1 });

  it('a changed header is refused by one of our errors, or breaks no rule', () => {
    const change = fc.record({ at: place, byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const file = Buffer.from(valid);
        for (const { at, byte } of changes) file[at] = byte;
        return !accepts(file) || !breaksRule(file);
      }),
      runs,
    );
  });

  it('so is one with characters of JSON moved, doubled or cut out', () => {
    const text = valid.toString('latin1', 8, headerEnd);
    const edit = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 12 }), fc.nat({ max: text.length }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const edited = edits.reduce(
          (now, [from, length, to]) =>
            now.slice(0, from) + now.slice(to, to + length) + now.slice(from + (length % 3)),
          text,
        );
        const file = frameHeader(Buffer.from(edited, 'latin1'));
        return !accepts(file) || !breaksRule(file);
      }),
      runs,
    );
  });

  it('anything at all is refused by one of our errors', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => !accepts(Buffer.from(bytes))),
      runs,
    );
  });

  it('a file cut short is refused, and says that more of it may come', () => {
    for (let length = 0; length < headerEnd; length += 1) {
      expect(() => read(valid.subarray(0, length))).toThrow(expect.objectContaining({ retryable: true }));
    }
  });
});
