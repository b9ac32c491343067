/** What the library calls what is typed here, where the two differ. */
const typed: Readonly<Record<string, string>> = {
  imageCount: '--count',
  aspectRatio: '--aspect-ratio',
  outputFormat: '--format',
  inferenceSteps: '--steps',
  loraScale: '--strength',
  loraRank: '--rank',
  learningRate: '--learning-rate',
  batchSize: '--batch-size',
  triggerWord: '--trigger-word',
  subjectKind: '--subject',
  modelType: '--type',
  waitMs: '--wait',
  modelId: '<model>',
  prompt: '<prompt>',
  ...Object.fromEntries(
    ['name', 'description', 'steps', 'resolution', 'preset', 'seed', 'guidance'].map((name) => [
      name,
      `--${name}`,
    ]),
  ),
};

/** A field of the library as a person types it; what nobody types stays as it is. */
export const toOptionName = (path: string): string => typed[path.replace(/^config\./, '')] ?? path;
