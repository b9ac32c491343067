/** How a picture was made, as far as its row says. */
interface PictureSettings {
  readonly aspectRatio: string | null;
  readonly seed: number | null;
  readonly steps: number | null;
  readonly guidance: number | null;
  readonly scale: number | null;
  readonly secondScale: number | null;
  readonly negativePrompt: string | null;
}

/** Rows may have been written by other programs: what is not what it should be is left out. */
export const readSettings = (settings: unknown): PictureSettings => ({
  aspectRatio: text(pick(settings, 'aspectRatio')),
  seed: number(pick(settings, 'seed')),
  steps: number(pick(settings, 'inferenceSteps')),
  guidance: number(pick(settings, 'guidance')),
  scale: number(pick(settings, 'loraScale')),
  secondScale: number(pick(settings, 'secondLoraScale')),
  negativePrompt: text(pick(settings, 'negativePrompt')),
});

/** Width by height, as it was asked for; square where nobody said. */
export const ratioOf = ({ settings }: { readonly settings?: unknown }): number => {
  const [width, height] = readSettings(settings).aspectRatio?.split(':').map(Number) ?? [];
  return width && height ? width / height : 1;
};

const pick = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
