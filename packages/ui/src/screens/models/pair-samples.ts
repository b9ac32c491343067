import type { GeneratedImage, Generation } from '../../api/answers.ts';

interface SamplePair {
  readonly before: GeneratedImage;
  readonly after: GeneratedImage;
  /** Null where the two were not made from the same words. */
  readonly prompt: string | null;
  /** Both were made from the same words and the same seed: what differs is the model. */
  readonly isSameSeed: boolean;
}

/** The fairest two pictures of two versions: of the same prompt and seed, or the same prompt, or the newest ones. */
export const pairSamples = (
  generations: readonly Pick<Generation, 'modelId' | 'prompt' | 'images'>[],
  before: string,
  after: string,
): SamplePair | null => {
  const of = (modelId: string) =>
    generations
      .filter((one) => one.modelId === modelId)
      .flatMap(({ prompt, images }) => images.map((image) => ({ prompt, image })));
  const [old, fresh] = [of(before), of(after)];
  const pairs = fresh.flatMap((one) =>
    old.filter(({ prompt }) => prompt === one.prompt).map((other) => ({ one, other })),
  );
  const isSameSeed = ({ one, other }: (typeof pairs)[number]) =>
    one.image.seed !== null &&
    one.image.seed === other.image.seed &&
    one.image.position === other.image.position;
  const best = pairs.find(isSameSeed) ?? pairs[0];
  if (best) {
    const { one, other } = best;
    return { before: other.image, after: one.image, prompt: one.prompt, isSameSeed: isSameSeed(best) };
  }
  const [newestOld, newestFresh] = [old[0], fresh[0]];
  return newestOld && newestFresh
    ? { before: newestOld.image, after: newestFresh.image, prompt: null, isSameSeed: false }
    : null;
};
