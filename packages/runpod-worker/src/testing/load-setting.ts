/** What a program needs of the environment to be found and to run. */
export const environmentOfPrograms = (): Record<string, string> => {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }) };
};
