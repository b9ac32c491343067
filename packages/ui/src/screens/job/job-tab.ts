export const jobTabs = ['overview', 'samples', 'loss', 'log', 'config', 'files'] as const;
export type JobTab = (typeof jobTabs)[number];

/** The tab that an address names; the overview where it names none. */
export const readTab = (text: string | null): JobTab => jobTabs.find((tab) => tab === text) ?? 'overview';
