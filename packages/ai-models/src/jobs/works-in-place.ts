import type { AiModelsContext } from '../context.ts';

/** Whether the caller does the work itself: the system, with providers. For all others, the engine does it. */
export const worksInPlace = ({ actor, providers }: Pick<AiModelsContext, 'actor' | 'providers'>): boolean =>
  actor === 'system' && !providers.isEmpty;
