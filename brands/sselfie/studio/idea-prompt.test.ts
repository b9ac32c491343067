import { placeOfTrigger } from '@act/ui/studio/generate/prompt-words';
import { expect, it } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { nounOf, toIdeaPrompt } from './idea-prompt.ts';
import { ideas, moods } from './ideas.ts';

it('leaves one place for the trigger word, and says whom it shows', () => {
  for (const { scene } of ideas) {
    const prompt = toIdeaPrompt(scene, 'woman');
    expect(prompt.split('[brand]')).toHaveLength(2);
    expect(prompt).toContain('a woman,');
    expect(placeOfTrigger(prompt, 'user42585527')).toBe('token');
  }
});

it.each([
  [{ gender: 'woman' }, 'woman'],
  [{ gender: 'man' }, 'man'],
  [{ gender: 'unspecified' }, 'person'],
  [{ gender: 'robot' }, 'person'],
  [null, 'person'],
])('calls %j a %s', (metadata, noun) => {
  expect(nounOf(metadata)).toBe(noun);
});

it('has ideas for every mood, each with a name in both languages', () => {
  expect([...new Set(ideas.map(({ mood }) => mood))]).toEqual([...moods]);
  const ids: string[] = ideas.map(({ id }) => id);
  expect(Object.keys(en.sselfie.ideas.names)).toEqual(ids);
  expect(Object.keys(ru.sselfie.ideas.names)).toEqual(ids);
});
