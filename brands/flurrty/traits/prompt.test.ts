import { expect, it } from 'vitest';
import { composePrompt, wantedOf } from './prompt.ts';
import { firstTraits } from './twin-traits.ts';

const traits = { ...firstTraits, personality: 'curious,\n gentle' };

it('says who it is, by its traits in words, and then what is wanted', () => {
  expect(composePrompt(traits, 'sitting on a swing')).toBe(
    '[brand], anthropomorphic animal character, orange and cream fluffy fur, warm smile, curious, gentle personality, glamour portrait, elegant styling, soft studio light. sitting on a swing',
  );
});

it('puts in the word of the model once, whoever writes it too', () => {
  const prompt = composePrompt(traits, '[brand] by the sea, [ Brand ] laughing');
  expect(prompt.match(/\[brand\]/gi)).toHaveLength(1);
  expect(prompt).toMatch(/light\. by the sea, laughing$/);
});

it('finds what was wanted again, and leaves what was told otherwise as it is', () => {
  expect(wantedOf(traits, composePrompt(traits, 'in the rain'))).toBe('in the rain');
  expect(wantedOf(traits, 'a [brand] of somebody else')).toBe('a [brand] of somebody else');
});

it('says nothing of a personality that nobody wrote', () => {
  expect(composePrompt({ ...traits, personality: ' ' }, 'x')).not.toContain('personality');
});
