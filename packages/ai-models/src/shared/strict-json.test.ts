import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const limits = { maximumDepth: 4, maximumEntries: 1_000 };
const parse = (text: string) => parseStrictJson(text, limits);

it('gives what is written', () => {
  expect(parse(' { "a" : [1, 2, {"b": "x"}], "": "" } ')).toEqual({ a: [1, 2, { b: 'x' }], '': '' });
});

describe('refuses', () => {
  it.each([0, 1, 18, 19, 20, 21, 500, 100_000])(
    'a name that stands twice, %i blanks before its colon',
    (count) => {
      const blanks = ' \t\n\r'.repeat(Math.ceil(count / 4)).slice(0, count);
      expect(() => parse(`{"a"${blanks}:1,"b":2,"a"${blanks}:3}`)).toThrow(/the name "a" twice/);
    },
  );

  it('a name with an escape, which Node may take for another one', () => {
    for (const name of ['\\u00e4', '\\n', 'a\\"', '\\\\']) {
      expect(() => parse(`{"h":1,"${name}":2}`)).toThrow(/an escape in the name/);
    }
    expect(parse('{"h":["\\u00e4\\n\\\\"]}')).toEqual({ h: ['ä\n\\'] });
  });

  it('the name of a prototype twice, and takes it once', () => {
    expect(() => parse('{"__proto__":1,"__proto__":2}')).toThrow(/twice/);
    expect(Object.keys(Object(parse('{"__proto__":1}')))).toEqual(['__proto__']);
  });

  it.each(['{"a":1.5}', '{"a":-1}', '{"a":true}', '{"a":null}', '{"a":1e9}', '[1] // so'])('%s', (text) => {
    expect(() => parse(text)).toThrow(/outside of a text/);
  });

  it.each(['', '{', '{"a"}', '["a" "b"]', '{"a":1,}', '{"a":01}', '"a', '}', '[}', '{"a":1}{"a":1}'])(
    'what is no JSON: %s',
    (text) => {
      expect(() => parse(text)).toThrow(SyntaxError);
    },
  );

  it('what is too deep or too much', () => {
    expect(parse('[[[[1]]]]')).toEqual([[[[1]]]]);
    expect(() => parse('[[[[[1]]]]]')).toThrow(/nested too deeply/);
    expect(() => parse(`[${'1,'.repeat(1_001)}1]`)).toThrow(/more than 1000 entries/);
  });
});

it('takes the same name in objects beside and in each other', () => {
  expect(parse('{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":"a"}}')).toEqual({
    a: { a: [{ a: 1 }, { a: 2 }] },
    b: { a: 'a' },
  });
  expect(parse('["a","a",{"a":"a"}]')).toEqual(['a', 'a', { a: 'a' }]);
});

interface Written {
  readonly text: string;
  /** What is wrong with it. */
  readonly faults: readonly ('twice' | 'an escape')[];
}

/** An object with names that may stand twice or have an escape, as text with blanks anywhere. */
const written = fc.letrec<{ value: Written; object: Written }>((tie) => {
  const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 40, size: 'max' });
  const plain = fc.constantFrom('a', 'b', '', 'ä', '🐈', 'a:', '{').map((name) => `"${name}"`);
  const escaped = fc.constantFrom('"\\u0061"', '"a\\""', '"\\\\"', '"\\ud83d\\udc08"');
  const faultsOf = (values: readonly Written[]) => values.flatMap(({ faults }) => faults);
  return {
    object: fc
      .tuple(
        fc.array(
          fc.tuple(
            fc.oneof({ arbitrary: plain, weight: 19 }, { arbitrary: escaped, weight: 1 }),
            blank,
            blank,
            tie('value'),
          ),
          { maxLength: 3 },
        ),
        blank,
      )
      .map(([entries, end]): Written => {
        const names = entries.map(([name]) => name);
        const text = entries.map(([name, one, other, value]) => `${name}${one}:${other}${value.text}`);
        const faults = faultsOf(entries.map(([, , , value]) => value));
        if (new Set(names).size < names.length) faults.push('twice');
        if (names.some((name) => name.includes('\\'))) faults.push('an escape');
        return { text: `{${text.join(`${end},`)}${end}}`, faults };
      }),
    value: fc.oneof(
      { maxDepth: 2 },
      fc.nat(99).map((number): Written => ({ text: String(number), faults: [] })),
      fc.oneof(plain, escaped).map((text): Written => ({ text, faults: [] })),
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }).map(
        (values): Written => ({
          text: `[${values.map(({ text }) => text).join(',')}]`,
          faults: faultsOf(values),
        }),
      ),
    ),
  };
}).object;

it('finds every name that stands twice or has an escape, and nothing else, however it is written', () => {
  const seen = { good: 0, twice: 0, 'an escape': 0 };
  fc.assert(
    fc.property(written, ({ text, faults }) => {
      for (const kind of new Set(faults.length === 0 ? (['good'] as const) : faults)) seen[kind] += 1;
      const parseWide = () => parseStrictJson(text, { maximumDepth: 100, maximumEntries: 1_000 });
      if (faults.length > 0) expect(parseWide).toThrow(new RegExp(faults.join('|')));
      else expect(parseWide()).toEqual(JSON.parse(text));
    }),
    { numRuns: 1_000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
});

it.each([
  [
    'blanks after each text',
    (count: number) => `[${Array.from({ length: count }, () => `"a"${' '.repeat(50)}`).join(',')}]`,
  ],
  ['one text and many blanks', (count: number) => `["a"${' '.repeat(count * 50)}]`],
  ['one name and many blanks', (count: number) => `{"a"${' '.repeat(count * 50)}:1}`],
  ['texts without a comma', (count: number) => '"a"'.repeat(count * 15)],
])('takes a time that grows with the text: %s', (_what, write) => {
  const text = write(40_000);
  const startedAt = performance.now();
  try {
    parseStrictJson(text, { maximumDepth: 4, maximumEntries: 100_000 });
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
  }
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
