import { type RunningStorefront, startStorefront } from '@act/auth/serve';

/** Serves the production build, as a part of whatever runs this. */
export const startProgram = (settings: Readonly<Record<string, string>>): Promise<RunningStorefront> =>
  startStorefront({ directory: import.meta.dirname, settings });
