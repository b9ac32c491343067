import { AiModelsError } from './ai-models-error.ts';
import { formatProblems, type Problem } from './problem.ts';

/** Which kind of input it was. */
export type InputErrorCode = 'input_invalid' | 'config_invalid' | 'prompt_invalid';

/** What is wrong, and in what. */
export interface InputErrorDetails {
  /** Default `input_invalid`. */
  code?: InputErrorCode;
  /** What was checked, as the beginning of a sentence: `The training config`. */
  subject: string;
  /** Everything that is wrong. */
  problems: readonly Problem[];
}

/** What was passed breaks rules; `problems` names every one of them. */
export class InputError extends AiModelsError {
  override readonly name: string = 'InputError';
  /** Everything that is wrong, each with its place and what to write instead. */
  readonly problems: readonly Problem[];

  constructor({ code = 'input_invalid', subject, problems }: InputErrorDetails) {
    super({
      code,
      message: formatProblems(`${subject} cannot be used:`, problems),
      hint: problems.map(({ fix }) => fix).join(' '),
    });
    this.problems = problems;
  }

  static override isInstance(error: unknown): error is InputError {
    // Some errors of these codes say it in one sentence and have no list.
    return AiModelsError.isInstance(error) && 'problems' in error;
  }
}
