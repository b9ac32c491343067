/** Shapes that are offered, of those that the interface takes. */
export const aspectRatios = ['1:1', '4:5', '3:2', '2:3', '16:9', '9:16'] as const;
export type AspectRatio = (typeof aspectRatios)[number];

export const isAspectRatio = (text: string): text is AspectRatio =>
  aspectRatios.some((ratio) => ratio === text);
