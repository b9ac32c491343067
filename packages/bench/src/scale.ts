/** `full` is what the bars of the design speak of; `quick` is for every change and checks what does not depend on time. */
export const scaleNames = ['quick', 'full'] as const;

export type ScaleName = (typeof scaleNames)[number];
