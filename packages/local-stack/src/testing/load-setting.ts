/** `npm run test:full`: what takes long is tried too. */
export const isFullRun = (): boolean =>
  !['', '0', 'false'].includes(process.env.ACT_TEST_FULL?.trim().toLowerCase() ?? '');

/** What a program needs of this machine, and what keeps it from leaving it; nothing that a person has set. */
export const guardedEnvironment = (added: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(
    ['PATH', 'HOME', 'NODE_OPTIONS', 'SYSTEMROOT', 'TMPDIR'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  ...added,
});
