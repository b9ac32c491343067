import { ApiError } from '../http/api-error.ts';
import type { Session } from '../session/verify-session.ts';

/** The founding documents send who is calling along; it has to be who is signed in. */
export function requireSelf({ userId }: Pick<Session, 'userId'>, said: string | undefined): void {
  if (said === undefined || said.toLowerCase() === userId) return;
  throw new ApiError({
    status: 403,
    code: 'not_allowed',
    message: '`userId` is somebody else.',
    hint: 'Leave it out: whoever is signed in is meant.',
  });
}
