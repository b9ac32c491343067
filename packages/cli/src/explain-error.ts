import { AiModelsError, type AiModelsErrorCode, InputError, NotReadyError } from '@act/ai-models';
import { TenantConfigError } from '@act/tenant-config';
import { CliError } from './cli-error.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { toOptionName } from './work/option-names.ts';

/** An error as people and programs are told of it. */
export interface Explained {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: ExitCode;
  /** More lines for people, such as each problem of a wish. */
  readonly details: readonly string[];
}

const byCode: Partial<Record<AiModelsErrorCode, ExitCode>> = {
  not_configured: exitCodes.usage,
  input_invalid: exitCodes.usage,
  config_invalid: exitCodes.usage,
  prompt_invalid: exitCodes.usage,
  brand_required: exitCodes.usage,
  not_signed_in: exitCodes.notSignedIn,
  not_allowed: exitCodes.notAllowed,
  brand_not_allowed: exitCodes.notAllowed,
  job_not_found: exitCodes.notAllowed,
  model_not_found: exitCodes.notAllowed,
  asset_not_found: exitCodes.notAllowed,
  generation_not_found: exitCodes.notAllowed,
  file_not_found: exitCodes.notAllowed,
  not_ready: exitCodes.notReady,
  too_few_new_images: exitCodes.notReady,
  picture_rejected: exitCodes.notReady,
  limit_reached: exitCodes.limit,
  budget_exceeded: exitCodes.limit,
  conflict: exitCodes.limit,
  generation_failed: exitCodes.endedBadly,
  no_pictures: exitCodes.endedBadly,
  cancelled: exitCodes.endedBadly,
  provider_failed: exitCodes.endedBadly,
  wait_ended: exitCodes.goesOn,
  database_failed: exitCodes.unreachable,
  storage_failed: exitCodes.unreachable,
  aborted: exitCodes.interrupted,
};

/** Says of any error what happened, what to do, and how the program ends. */
export function explainError(error: unknown): Explained {
  if (error instanceof CliError) {
    const { code, message, hint, exitCode, choices = [] } = error;
    return { code, message, hint, exitCode, details: choices };
  }
  if (InputError.isInstance(error)) return explainInputError(error);
  if (AiModelsError.isInstance(error)) {
    // Why this program had no token is in its own words.
    if (error.cause instanceof CliError) return explainError(error.cause);
    const { code, message, hint } = error;
    return { code, message, hint, exitCode: byCode[code] ?? exitCodes.failed, details: detailsOf(error) };
  }
  if (TenantConfigError.isInstance(error)) return explainBrandError(error);
  if (isNetworkFailure(error)) {
    return {
      code: 'unreachable',
      message: 'The project does not answer.',
      hint: 'Check the address and that it runs: `act doctor` looks.',
      exitCode: exitCodes.unreachable,
      details: [],
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message, hint: '', exitCode: exitCodes.failed, details: [] };
}

function detailsOf(error: AiModelsError): string[] {
  if (NotReadyError.isInstance(error)) return error.reasons.map(({ message, hint }) => `${message} ${hint}`);
  return [];
}

/** In the words of the options, and each thing once: the error's own text has all of it in one. */
function explainInputError({ code, message: all, problems }: InputError): Explained {
  const [only, second] = problems.map(({ path, message, fix }) => ({
    message: `${toOptionName(path)} ${message}.`,
    hint: fix,
  }));
  const exitCode = byCode[code] ?? exitCodes.usage;
  if (only && !second) return { code, ...only, exitCode, details: [] };
  const [headline = all] = all.split('\n');
  const details = problems.map(({ path, message, fix }) => `${toOptionName(path)} ${message}. ${fix}`);
  return { code, message: headline, hint: '', exitCode, details };
}

/** Nobody answered, or was too busy to: the same question may be answered in a moment. */
export function isPassing(error: unknown): boolean {
  const isRefusal = AiModelsError.isInstance(error) && !error.retryable && !(error.cause instanceof CliError);
  return !isRefusal && explainError(error).exitCode === exitCodes.unreachable;
}

function explainBrandError({ code, message, retryable }: TenantConfigError): Explained {
  const exitCode = code === 'no_brand' ? exitCodes.notAllowed : exitCodes.usage;
  if (retryable || code === 'brands_unreadable' || code === 'user_unreadable')
    return { code, message, hint: '', exitCode: exitCodes.unreachable, details: [] };
  const hint = code === 'brand_required' ? 'Name one with --brand.' : '';
  return { code, message, hint, exitCode, details: [] };
}

/** What fetch throws, and what supabase-js makes of it. */
function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /fetch failed|ECONNREFUSED|ENOTFOUND|network/i.test(`${error.name} ${error.message}`);
}
