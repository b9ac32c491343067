import { formatProblems, type Problem } from '../shared/problems.ts';
import { TenantConfigError } from './tenant-config-error.ts';

/** A job's metadata does not fit the fields that its brand asks for; `problems` names each field. */
export class MetadataError extends TenantConfigError {
  override readonly name = 'MetadataError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super({ code: 'metadata_invalid', message: formatProblems('The metadata cannot be used:', problems) });
    this.problems = problems;
  }

  static override isInstance(error: unknown): error is MetadataError {
    return TenantConfigError.isInstance(error) && error.code === 'metadata_invalid';
  }
}
