/** How a command ended, for scripts; the README has the same table. */
export const exitCodes = {
  /** It did what was asked. */
  done: 0,
  /** Something went wrong that nobody foresaw. */
  failed: 1,
  /** The command line cannot be understood, or an answer is missing that only a person can give. */
  usage: 2,
  /** Nobody is signed in, or e-mail and password do not fit. */
  notSignedIn: 3,
  /** The caller may not, or there is no such thing for them. */
  notAllowed: 4,
  /** Pictures are missing, broken, or not fit to be trained on. */
  notReady: 5,
  /** A limit or the budget of the brand is used up, or the state of things does not allow it now. */
  limit: 6,
  /** The training or generation ended without a result. */
  endedBadly: 7,
  /** The project does not answer, or not in time; the same command may work later. */
  unreachable: 8,
  /** A check found something: `doctor`, `isolation`. */
  checkFailed: 9,
  /** It was asked for and goes on, or may; the same command would ask, and pay, for another. */
  goesOn: 10,
  /** Ctrl-C. */
  interrupted: 130,
  /** Whoever read the output has gone. */
  pipeClosed: 141,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
