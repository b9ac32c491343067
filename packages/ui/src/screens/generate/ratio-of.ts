import type { Generation } from '../../api/answers.ts';

/** Width by height, as it was asked for; square where nobody said. */
export const ratioOf = ({ settings }: Pick<Generation, 'settings'>): number => {
  const asked =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'aspectRatio') : null;
  const [width, height] = typeof asked === 'string' ? asked.split(':').map(Number) : [];
  return width && height ? width / height : 1;
};
