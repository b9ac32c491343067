import { useQueryClient } from '@tanstack/react-query';
import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import { notify } from '../primitives/notify.ts';
import { useStudio } from '../screens/studio.tsx';
import { useRefusalWords } from '../screens/use-refusal-words.ts';
import { useLoraApi } from './use-lora-api.ts';

type Named = Pick<Lora, 'id' | 'name'>;

/** What is done to a LoRA out of a list or a dialog; each says how it went, and the lists are looked at again. */
export const useLoraActs = () => {
  const words = useWords('lora');
  const { brand } = useStudio();
  const api = useLoraApi();
  const client = useQueryClient();
  const describe = useRefusalWords();
  const refresh = () =>
    Promise.all(
      ['loras', 'lora', 'job'].map((list) => client.invalidateQueries({ queryKey: [brand.id, list] })),
    );
  const attempt = async (
    act: () => Promise<unknown>,
    failed: string,
    after: () => unknown = refresh,
  ): Promise<boolean> => {
    try {
      await act();
      await after();
      return true;
    } catch (error) {
      notify('error', failed, { description: describe(error) });
      return false;
    }
  };
  const restore = async (lora: Named) => {
    if (await attempt(() => api.restore(lora.id), words('notRestored')))
      notify('success', words('restored'), { description: lora.name });
  };
  return {
    restore,
    /** @returns whether it is gone */
    remove: async (lora: Named): Promise<boolean> => {
      const isDone = await attempt(() => api.delete(lora.id), words('notDeleted'));
      if (isDone)
        notify('success', words('deleted'), {
          description: lora.name,
          action: { label: words('undo'), onClick: () => void restore(lora) },
        });
      return isDone;
    },
    /** @returns whether it is under way */
    share: async (lora: Named): Promise<boolean> => {
      const isDone = await attempt(() => api.share(lora.id), words('sharing.notShared'));
      if (isDone) notify('success', words('sharing.wished'), { description: lora.name });
      return isDone;
    },
    /** @returns whether it is under way */
    withdraw: async (lora: Named & Pick<Lora, 'is_others'>): Promise<boolean> => {
      // Somebody else's leaves the list, and a dialog over its card with it: that one closes first.
      const after = lora.is_others ? () => void refresh() : refresh;
      const isDone = await attempt(() => api.withdraw(lora.id), words('sharing.notWithdrawn'), after);
      if (isDone) notify('success', words('sharing.withdrawn'), { description: lora.name });
      return isDone;
    },
    /** @returns the new one */
    retry: async (lora: Pick<Lora, 'id'>): Promise<Lora | null> => {
      const made: Lora[] = [];
      const again = async () => made.push(await api.retry(lora.id));
      await attempt(again, words('detail.notRetried'));
      return made[0] ?? null;
    },
    describe: async (
      lora: Pick<Lora, 'id'>,
      changes: { readonly name: string; readonly description: string | null },
    ): Promise<boolean> => {
      const isDone = await attempt(() => api.describe(lora.id, changes), words('detail.notSaved'));
      if (isDone) notify('success', words('detail.saved'));
      return isDone;
    },
  };
};
