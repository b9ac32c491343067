import type { Generation } from '../../api/answers.ts';

/** What was asked for lately, each prompt once, the newest first. */
export const recentPrompts = <Made extends Pick<Generation, 'prompt'>>(
  generations: readonly Made[],
  count = 12,
): readonly Made[] => {
  const seen = new Set<string>();
  return generations.filter(({ prompt }) => !seen.has(prompt) && seen.add(prompt)).slice(0, count);
};
