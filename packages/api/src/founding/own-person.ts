import { z } from '@hono/zod-openapi';
import { ApiError } from '../http/api-error.ts';
import type { Session } from '../session/verify-session.ts';

/** Who calls and for which brand, as the founding documents send it along. */
export const saidFields = {
  brandId: z.string().max(63).optional(),
  userId: z.guid().optional().openapi({ description: 'Who is signed in; anybody else is refused.' }),
};

/** What was said has to be who is signed in. */
export function requireSelf({ userId }: Pick<Session, 'userId'>, said: string | undefined): void {
  if (said === undefined || said.toLowerCase() === userId) return;
  throw new ApiError({
    status: 403,
    code: 'not_allowed',
    message: '`userId` is somebody else.',
    hint: 'Leave it out: whoever is signed in is meant.',
  });
}
