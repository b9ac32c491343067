import { type RunningStorefront, startStorefront } from '@act/auth/serve';

/**
 * The program that serves a storefront's production build, as a part of whatever runs it.
 * @param directory where the storefront lies, built: `import.meta.dirname`
 */
export const defineProgram =
  (directory: string) =>
  (settings: Readonly<Record<string, string>>): Promise<RunningStorefront> =>
    startStorefront({ directory, settings });
