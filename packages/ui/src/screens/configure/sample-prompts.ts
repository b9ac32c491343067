/** What the engine asks our own trainer to paint at every checkpoint. */
export const samplePrompts = (triggerWord: string): readonly string[] => [
  triggerWord,
  `a photo of ${triggerWord} on a table by a window`,
];
