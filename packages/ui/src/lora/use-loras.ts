import type { Page } from '../api/answers.ts';
import type { Lora } from '../api/lora-answers.ts';
import { usePages } from '../screens/use-pages.ts';
import { isBeingMoved, isEnded } from './lora.ts';
import { useLoraApi } from './use-lora-api.ts';
import { useReadAhead } from './use-read-ahead.ts';

interface LorasOptions {
  readonly first?: Page<Lora> | undefined;
  /** Those that can be restored, instead. */
  readonly isDeleted?: boolean | undefined;
}

/** The LoRAs that this person sees, looked at again while one of them trains. */
export const useLoras = ({ first, isDeleted = false }: LorasOptions = {}) => {
  const api = useLoraApi();
  return useReadAhead(
    usePages({
      key: ['loras', isDeleted ? 'deleted' : 'kept'],
      load: (cursor, signal) => api.list({ cursor, signal, deleted: isDeleted }),
      first,
      isMoving: (lora) => !isEnded(lora) || isBeingMoved(lora),
    }),
  );
};
