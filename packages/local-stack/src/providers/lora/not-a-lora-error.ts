const mark = Symbol.for('act.local-stack.not-a-lora');

/** What was fetched as a LoRA is none: the message says why. */
export class NotALoraError extends Error {
  readonly [mark] = true;
  override readonly name = 'NotALoraError';

  static isInstance(error: unknown): error is NotALoraError {
    return typeof error === 'object' && error !== null && mark in error;
  }
}
