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
      expect(() => parse(`{"a"${blanks}:1,"b":2,"\\u0061":3}`)).toThrow(/the name "a" twice/);
    },
  );

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

/** An object with names that may stand twice, as text with blanks anywhere. */
const written = fc.letrec<{ value: Written; object: Written }>((tie) => {
  const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 40, size: 'max' });
  const name = fc.constantFrom('a', 'b', '', 'a"', 'ä', '🐈', '\\', 'a:', '{');
  const literal = fc.oneof(
    name.map((text) => JSON.stringify(text)),
    name.map(
      (text) =>
        `"${text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
    ),
  );
  return {
    object: fc
      .tuple(fc.array(fc.tuple(literal, blank, blank, tie('value')), { maxLength: 3 }), blank)
      .map(([entries, end]) => {
        const names = entries.map(([key]) => String(JSON.parse(key)));
        const text = entries.map(([key, one, other, { text: value }]) => `${key}${one}:${other}${value}`);
        const isTwice = new Set(names).size < names.length || entries.some(([, , , value]) => value.isTwice);
        return { text: `{${text.join(`${end},`)}${end}}`, isTwice };
      }),
    value: fc.oneof(
      { maxDepth: 2 },
      fc.nat(99).map((number) => ({ text: String(number), isTwice: false })),
      literal.map((text) => ({ text, isTwice: false })),
      tie('object'),
      fc.array(tie('value'), { maxLength: 3 }).map((values) => ({
        text: `[${values.map(({ text }) => text).join(',')}]`,
        isTwice: values.some(({ isTwice }) => isTwice),
      })),
    ),
  };
}).object;
interface Written {
  readonly text: string;
  readonly isTwice: boolean;
}

it('finds every name that stands twice, and nothing else, however it is written', () => {
  let twice = 0;
  fc.assert(
    fc.property(written, ({ text, isTwice }) => {
      twice += Number(isTwice);
      const wide = { maximumDepth: 100, maximumEntries: 1_000 };
      if (isTwice) expect(() => parseStrictJson(text, wide)).toThrow(/twice/);
      else expect(parseStrictJson(text, wide)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1_000 },
  );
  expect(twice).toBeGreaterThan(50);
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
