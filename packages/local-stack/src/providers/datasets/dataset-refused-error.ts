const mark = Symbol.for('act.local-stack.dataset-refused');

export interface DatasetRefusedDetails {
  /** The exception that the trainer raises, such as `ValueError`. */
  type: string;
  /** What it says. */
  message: string;
  /** `download`: the address gave nothing. `content`: what it gave is of no use. Default `content`. */
  reason?: 'download' | 'content';
  cause?: unknown;
}

/** A trainer cannot use what it was given. The message is the exception's own, without its type. */
export class DatasetRefusedError extends Error {
  readonly [mark] = true;
  override readonly name = 'DatasetRefusedError';
  readonly type: string;
  readonly reason: 'download' | 'content';

  constructor({ type, message, reason = 'content', cause }: DatasetRefusedDetails) {
    super(message, { cause });
    this.type = type;
    this.reason = reason;
  }

  /** The last line that the trainer prints. */
  get line(): string {
    return `${this.type}: ${this.message}`;
  }

  static isInstance(error: unknown): error is DatasetRefusedError {
    return typeof error === 'object' && error !== null && mark in error;
  }
}
