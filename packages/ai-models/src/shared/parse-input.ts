import { z } from 'zod';
import {
  AiModelsError,
  ConfigError,
  formatProblems,
  InputError,
  type InputErrorCode,
} from '../errors/index.ts';
import { describeFix, describeIssues } from './describe-issues.ts';
import { findBrokenTexts } from './find-broken-texts.ts';

export interface ParseInputOptions {
  /** What is checked, as the beginning of a sentence: `The training config`. */
  subject: string;
  /** Default `input_invalid`. */
  code?: InputErrorCode;
}

/** Also where built-in classes are frozen, as in n8n: zod's usual error is an `Error`, and cannot be made there. */
const safeParse = z.core._safeParse(z.core.$ZodError);

/** Checks what a caller passed; throws an {@link InputError} that names everything that is wrong with it. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  { subject, code = 'input_invalid' }: ParseInputOptions,
): z.output<Schema> {
  const result = safeParse(schema, input, { error: describeFix });
  const broken = findBrokenTexts(input);
  if (result.success && broken.length === 0) return result.data;
  const problems = describeIssues([...(result.error?.issues ?? []), ...broken], input);
  throw code === 'config_invalid'
    ? new ConfigError({ subject, problems })
    : new InputError({ code, subject, problems });
}

/** Checks what an operator set up; throws `not_configured`, which names every option that is wrong. */
export function checkSettings(schema: z.ZodType, settings: unknown, subject: string): void {
  const result = safeParse(schema, settings, { error: describeFix });
  if (result.success) return;
  const problems = describeIssues(result.error.issues, settings);
  throw new AiModelsError({
    code: 'not_configured',
    message: formatProblems(`${subject} cannot be used:`, problems),
    hint: problems.map(({ path, fix }) => `${path}: ${fix}`).join(' '),
  });
}
