/** Where faults of runs are set: `runpod.trainings.run`, `runpod.generations.run`. */
export const runPlace = (input: Record<string, unknown>): string =>
  `runpod.${input.task === 'train' ? 'trainings' : 'generations'}.run`;
