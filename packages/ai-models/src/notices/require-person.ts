import type { AiModelsContext } from '../context.ts';
import type { PersonScope } from '../database/notices.ts';
import { AiModelsError } from '../errors/index.ts';

/** Notices are a person's own. @throws AiModelsError `not_allowed` for the system */
export function requirePerson({ database, brandId, userId }: AiModelsContext): PersonScope {
  if (userId !== null) return { database, brandId, userId };
  throw new AiModelsError({
    code: 'not_allowed',
    message: 'Notices are told to people: the system has none.',
    hint: 'Pass the session of a person in `access`.',
  });
}
