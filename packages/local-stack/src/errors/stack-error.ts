/** What can go wrong with the machine under the stack; stable, so that scripts may switch on it. */
export type StackErrorCode =
  | 'already_running'
  | 'data_folder_broken'
  | 'data_folder_other_version'
  | 'database_failed'
  | 'database_unreachable'
  | 'disk_full'
  | 'migration_changed'
  | 'migration_failed'
  | 'no_permission'
  | 'part_failed'
  | 'platform_unsupported'
  | 'port_taken'
  | 'setting_invalid';

export interface StackErrorDetails {
  code: StackErrorCode;
  /** What is wrong and where, in one line. */
  message: string;
  /** What the person can do about it, in one line. */
  remedy: string;
  cause?: unknown;
}

const mark = Symbol.for('act.local-stack.error');

/** A failure that a person can mend: always one line of cause and one of remedy. */
export class StackError extends Error {
  readonly [mark] = true;
  override readonly name = 'StackError';
  readonly code: StackErrorCode;
  readonly remedy: string;

  constructor({ code, message, remedy, cause }: StackErrorDetails) {
    super(message, { cause });
    this.code = code;
    this.remedy = remedy;
  }

  /** Recognises the error from another copy of this module too, where `instanceof` fails. */
  static isInstance(error: unknown): error is StackError {
    return typeof error === 'object' && error !== null && mark in error;
  }

  /** The plain form that survives a message between processes. */
  toDetails(): StackErrorDetails {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}
