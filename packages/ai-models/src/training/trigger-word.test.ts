import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionFor, hasWord, makeTriggerWord, readTriggerWord, triggerWordSchema } from './trigger-word.ts';

describe('a made word', () => {
  const brandId = 'acmecompany';
  it('looks like the founding one, and is another for another brand', () => {
    const words = [0, 0.25, 0.5, 0.999999999].map((value) =>
      makeTriggerWord({ brandId, random: () => value }),
    );
    for (const word of words) expect(word).toMatch(/^user[1-9]\d{7}$/);
    const [first = ''] = words;
    expect(makeTriggerWord({ brandId: 'acme', random: () => 0 })).not.toBe(first);
  });

  it('begins again at the lowest after the highest', () => {
    const random = () =>
      (90_000_000 - 1 - Number(makeTriggerWord({ brandId, random: () => 0 }).slice(4)) + 10_000_000) /
      90_000_000;
    expect(makeTriggerWord({ brandId, random })).toBe('user99999999');
    const further = () => random() + 1 / 90_000_000;
    expect(makeTriggerWord({ brandId, random: further })).toBe('user10000000');
  });

  it('is one that a person could have chosen', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (value) => {
        const word = makeTriggerWord({ brandId, random: () => value });
        expect(triggerWordSchema.parse(word)).toBe(word);
      }),
    );
  });
});

describe('a word of one’s own', () => {
  it.each([null, undefined, '', '  ', '[brand]', '[Brand]', ' [ BRAND ] '])('%j means: make one', (value) => {
    expect(triggerWordSchema.parse(value)).toBeNull();
  });

  it.each(['TOK', 'acmebag7', 'sks', 'ohwx-2', 'a_b', 'user42585527'])('may be %s', (word) => {
    expect(triggerWordSchema.parse(word)).toBe(word);
  });

  it.each([
    ...[
      'a',
      'a'.repeat(65),
      'two words',
      'кот',
      'caf\u00e9',
      '[trigger]',
      '[brand]2',
      '-tok',
      '12345',
      'tok!',
      'tok\n',
    ],
    ...['photo', 'Photo', 'LOGO', 'the', 5, {}, true],
  ])('may not be %j', (word) => {
    expect(triggerWordSchema.safeParse(word).success).toBe(false);
  });
});

it.each([
  ['tok7', 'tok7'],
  [null, null],
  ['[Brand]', null],
  ['photo', null],
  ['[trigger]', null],
])('a row that holds %j has the word %j', (stored, word) => {
  expect(readTriggerWord(stored)).toBe(word);
});

it.each([
  ['photo of [brand] logo', 'photo of user1 logo'],
  ['[BRAND] and [ Brand ]!', 'user1 and user1!'],
  ['a brand [brands] [brand', 'user1, a brand [brands] [brand'],
])('in %j the trigger word takes its place', (text, expected) => {
  expect(captionFor({ caption: text, triggerWord: 'user1' })).toBe(expected);
  const odd = captionFor({ caption: text, triggerWord: "$&$'$1" });
  expect(odd).toBe(expected.replaceAll('user1', () => "$&$'$1"));
});

describe('a caption', () => {
  const triggerWord = 'tok7';
  it.each([
    [null, 'tok7'],
    ['', 'tok7'],
    [' \n ', 'tok7'],
    ['a red bag', 'tok7, a red bag'],
    ['photo of [brand] logo', 'photo of tok7 logo'],
    ['[brand] logo beside a [brand] bag', 'tok7 logo beside a tok7 bag'],
    ['photo of tok7 logo', 'photo of tok7 logo'],
    ['photo of TOK7: logo', 'photo of tok7: logo'],
    ['(tok7)', '(tok7)'],
    ['"tok7"-like, tok7.', '"tok7"-like, tok7.'],
    ['[brand] tok7 logo', 'tok7 logo'],
    ['tok7, tok7, [brand] logo', 'tok7 logo'],
    ['a stok7 and a tok77', 'tok7, a stok7 and a tok77'],
    ['фото tok7 на столе', 'фото tok7 на столе'],
    ['фотоtok7 и tok7шка', 'tok7, фотоtok7 и tok7шка'],
    ['tok7\u0301 bag', 'tok7, tok7\u0301 bag'],
    ['写真tok7', 'tok7, 写真tok7'],
    ['two\nlines\tand\u0000more', 'tok7, two lines and more'],
    ['to\u200bk7 bag', 'tok7 bag'],
  ])('%j becomes %j', (caption, expected) => {
    expect(captionFor({ caption, triggerWord })).toBe(expected);
  });

  it('stays as it is where there is no word', () => {
    expect(captionFor({ caption: 'a, b  c', triggerWord: '' })).toBe('a, b c');
  });

  it('has the word in it, and stays as it is when it is done again', () => {
    const parts = fc.constantFrom(
      'tok-7',
      'TOK-7',
      '[brand]',
      ' ',
      ', ',
      'a',
      'б',
      '-',
      '_',
      '.',
      '\n',
      '(',
      '写',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
        const once = captionFor({ caption: words.join(''), triggerWord: 'tok-7' });
        expect(hasWord(once, 'tok-7')).toBe(true);
        expect(once).not.toMatch(/(^|[\s,])tok-7[\s,]+tok-7([\s,]|$)/);
        expect(captionFor({ caption: once, triggerWord: 'tok-7' })).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
