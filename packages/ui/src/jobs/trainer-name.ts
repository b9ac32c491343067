const names: ReadonlyMap<string, string> = new Map([
  ['replicate', 'Replicate'],
  ['runpod', 'RunPod'],
]);

/** What a provider calls itself, in every language. */
export const trainerName = (provider: string): string => names.get(provider) ?? provider;
