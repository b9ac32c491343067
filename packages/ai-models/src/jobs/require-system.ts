import type { AiModelsContext } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';

/** Work is done by whoever holds the keys for it. */
export function requireSystem({ actor }: Pick<AiModelsContext, 'actor'>): void {
  if (actor === 'system') return;
  throw new AiModelsError({
    code: 'not_allowed',
    message: 'Only the system takes work forward.',
    hint: 'The engine does it by itself: read it, or watch it.',
  });
}
