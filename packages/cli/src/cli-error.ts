import type { ExitCode } from './exit-codes.ts';

interface CliErrorDetails {
  code: string;
  message: string;
  /** What to do next, as a sentence. */
  hint: string;
  exitCode: ExitCode;
  /** What there is to choose from, for programs. */
  choices?: readonly string[];
}

/** What this program itself refuses; what the library refuses comes as it is. */
export class CliError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exitCode: ExitCode;
  readonly choices: readonly string[] | undefined;

  constructor({ code, message, hint, exitCode, choices }: CliErrorDetails) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
    this.choices = choices;
  }
}
