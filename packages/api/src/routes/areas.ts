/** The parts of the interface, in the order of the reference, each with a sentence. */
export const areas = {
  Training: 'Upload pictures, start a training, and follow it to its end.',
  LoRAs: 'The same trainings as a LoRA studio sees them: one thing from pictures to weights.',
  Models: 'What came of trainings: versions, the words that stand for them, their weights.',
  Pictures: 'The pictures that a brand trains with, and their captions.',
  Documents: 'Guidelines and notes of a brand.',
  Generations: 'Make pictures with a model, look at them, rate them.',
  Brand: 'What a brand allows, and what its work cost.',
  Members: 'Who is in a brand, and who is invited.',
  Me: 'Whoever is signed in: brands, wishes, and the way out.',
  Notices: 'What people and other programs are told, and by which way.',
  Webhooks: 'Where providers ring. Nothing that they say is believed: the engine asks them.',
  Service: 'Whether it lives, and what it can do.',
} as const;

export type Area = keyof typeof areas;
