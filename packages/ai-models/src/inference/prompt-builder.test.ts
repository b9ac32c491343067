import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors/index.ts';
import { hasWord } from '../training/trigger-word.ts';
import { buildPrompt, estimateTokens } from './prompt-builder.ts';

const flux = { modelType: 'flux', triggerWords: ['user42585527'] } as const;
const build = (prompt: string, triggerWords: readonly (string | null)[] = ['user42585527']) =>
  buildPrompt({ prompt, triggerWords, modelType: 'flux' }).prompt;

describe('one model', () => {
  it.each([
    ['photo of [brand] logo on a billboard', 'photo of user42585527 logo on a billboard'],
    ['photo of [brand] logo on a billboard, sunset', 'photo of user42585527 logo on a billboard, sunset'],
    ['a logo on a billboard', 'user42585527, a logo on a billboard'],
    ['photo of USER42585527, smiling', 'photo of user42585527, smiling'],
    ['[brand] user42585527 logo', 'user42585527 logo'],
    ['[Brand] beside [BRAND1]', 'user42585527 beside user42585527'],
    ['  two\n\nlines\tand   gaps ', 'user42585527, two lines and gaps'],
    ['[brand]', 'user42585527'],
    ['логотип user42585527 на стене', 'логотип user42585527 на стене'],
    ['логотипuser42585527', 'user42585527, логотипuser42585527'],
    ['user425855279', 'user42585527, user425855279'],
    ['a brand of $& and $1', 'user42585527, a brand of $& and $1'],
  ])('%j is sent as %j', (prompt, expected) => {
    expect(build(prompt)).toBe(expected);
  });

  it('may have no trigger word', () => {
    expect(buildPrompt({ ...flux, triggerWords: [null], prompt: 'photo of [brand] logo' })).toEqual({
      prompt: 'photo of logo',
      notes: ['[brand] was left out: the model has no trigger word.'],
    });
    expect(build('a bag', [])).toBe('a bag');
    expect(() => build('[brand]', [null])).toThrow(expect.objectContaining({ code: 'prompt_invalid' }));
  });
});

describe('two models', () => {
  it.each([
    ['a bag', 'tok1, tok2, a bag'],
    ['[brand] holds a [brand2] bag', 'tok1 holds a tok2 bag'],
    ['[brand2] bag', 'tok1, tok2 bag'],
    ['TOK2, tok1', 'tok2, tok1'],
  ])('%j is sent as %j', (prompt, expected) => {
    expect(build(prompt, ['tok1', 'tok2'])).toBe(expected);
  });

  it('of one word have it once', () => {
    expect(build('a bag', ['tok1', 'tok1'])).toBe('tok1, a bag');
  });

  it('whose words are parts of each other keep both', () => {
    expect(build('an acme-bold bag', ['acme', 'acme-bold'])).toBe('acme, an acme-bold bag');
    expect(build('an acme bag', ['acme', 'acme-bold'])).toBe('acme-bold, an acme bag');
  });

  it('are both there for [brand2]', () => {
    expect(() => build('a [brand2] bag')).toThrow(/\[brand2\], and there is one model/);
  });
});

describe('what cannot be a prompt', () => {
  it.each(['', '   ', '\n', 'a\u0000b', 'a\u001b[2Jb', 'a\u202eb', 'a\u200bb', 'a\ud800', 'x'.repeat(4001)])(
    '%j',
    (prompt) => {
      expect(() => build(prompt)).toThrow(expect.objectContaining({ code: 'prompt_invalid' }));
    },
  );

  it('is refused with everything that is wrong', () => {
    try {
      buildPrompt({ ...flux, prompt: '', negativePrompt: 'blurred' });
      expect.unreachable();
    } catch (error) {
      expect(InputError.isInstance(error) && error.problems.map(({ path }) => path)).toEqual([
        'prompt',
        'negativePrompt',
      ]);
    }
  });
});

describe('a negative prompt', () => {
  it('is sent where the base model knows one', () => {
    const built = buildPrompt({
      ...flux,
      modelType: 'sdxl',
      prompt: 'a bag',
      negativePrompt: ' blurred,\n text ',
    });
    expect(built.negativePrompt).toBe('blurred, text');
  });

  it('is refused where it would have no effect, before anybody pays', () => {
    expect(() => buildPrompt({ ...flux, prompt: 'a bag', negativePrompt: 'blurred' })).toThrow(
      /flux knows no negative prompt/,
    );
    expect(buildPrompt({ ...flux, prompt: 'a bag', negativePrompt: ' ' })).not.toHaveProperty(
      'negativePrompt',
    );
  });
});

it('says when the end of a prompt may have no effect', () => {
  const prompt = 'a red leather bag on a wooden table, '.repeat(9);
  expect(buildPrompt({ ...flux, prompt }).notes).toEqual([]);
  expect(buildPrompt({ ...flux, modelType: 'sdxl', prompt }).notes).toEqual([
    expect.stringMatching(
      /^The end of the prompt may have no effect: it has about \d+ parts of words, and sdxl reads 75\.$/,
    ),
  ]);
  expect(buildPrompt({ ...flux, prompt: prompt.repeat(8) }).notes).toHaveLength(1);
});

it.each([
  ['a photo of a cat', 5],
  ['user42585527', 9],
  ['extraordinarily', 2],
  ['кот', 3],
])('estimates that %j has %i parts', (text, expected) => {
  expect(estimateTokens(text)).toBe(expected);
});

it('has every trigger word, none twice in a row, and built again stays as it is', () => {
  const parts = fc.constantFrom(
    'tok1',
    'TOK1',
    'tok2',
    '[brand]',
    '[brand2]',
    ' ',
    ', ',
    'a',
    'б',
    '-',
    '_',
    '.',
    '\n',
    '写',
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 14 }), (words) => {
      const prompt = `x${words.join('')}`;
      const once = build(prompt, ['tok1', 'tok2']);
      expect(hasWord(once, 'tok1') && hasWord(once, 'tok2')).toBe(true);
      expect(once).not.toMatch(/(^|[\s,])(tok[12])[\s,]+\2([\s,]|$)|\[brand2?\]|\s\s/);
      expect(build(once, ['tok1', 'tok2'])).toBe(once);
    }),
    { numRuns: 3000 },
  );
});
