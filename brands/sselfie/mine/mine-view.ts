/** What one has here, by the founding document's tables: models, runs, uploads, weights. */
export const mineViews = ['models', 'runs', 'selfies', 'weights'] as const;
export type MineView = (typeof mineViews)[number];

/** As an address names it. */
export const readView = (named: unknown): MineView => mineViews.find((view) => view === named) ?? 'models';
