/** One thing that is wrong in what was passed, for a person to mend. */
export interface Problem {
  /** Where, such as `steps` or `loras[0].scale`. */
  readonly path: string;
  /** What is wrong there. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A headline and one line for each problem. */
export function formatProblems(headline: string, problems: readonly Problem[]): string {
  return [headline, ...problems.map(({ path, message, fix }) => `- ${path} ${message}. ${fix}`)].join('\n');
}
