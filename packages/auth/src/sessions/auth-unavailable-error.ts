/** The auth server gave no answer, so nobody knows whether this person is signed in. It is not the same as signed out. */
export class AuthUnavailableError extends Error {
  override readonly name = 'AuthUnavailableError';
  readonly retryable = true;

  constructor(cause: unknown) {
    super('The auth server did not say who is signed in. Try again in a moment.', { cause });
  }
}
