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
