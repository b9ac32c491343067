/** The way to a twin; where somebody is on it stands in the address. */
export const steps = ['photos', 'look', 'character', 'finish'] as const;
export type Step = (typeof steps)[number];

export const readStep = (text: unknown): Step => steps.find((step) => step === text) ?? 'photos';

export const stepPath = (step: Step): string => `/create?step=${step}`;

/** The step so many further on, or back; null where the way ends. */
export const stepFrom = (step: Step, by: number): Step | null => steps[steps.indexOf(step) + by] ?? null;
