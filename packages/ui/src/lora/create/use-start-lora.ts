import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { LoraWish } from '../../api/lora-wishes.ts';
import { forgetForm, keepForm, readKeptForm } from '../../screens/kept-form.ts';
import { useStudio } from '../../screens/studio.tsx';
import { useKeptForm } from '../../screens/use-kept-form.ts';
import { useLoraApi } from '../use-lora-api.ts';

/** Begins a training once, however often a broken connection, or a page loaded anew before the answer, makes somebody ask. */
export const useStartLora = (onStarted: (id: string) => void) => {
  const { brand } = useStudio();
  const api = useLoraApi();
  const client = useQueryClient();
  const place = useKeptForm('lora-sent');
  const [isStarting, setIsStarting] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const start = async (wish: LoraWish) => {
    const text = JSON.stringify(wish);
    const key = keyOf(readKeptForm(place), text) ?? crypto.randomUUID();
    keepForm(place, { key, text });
    setRefusal(null);
    setIsStarting(true);
    try {
      const { id } = await api.create(wish, key);
      forgetForm(place);
      void client.invalidateQueries({ queryKey: [brand.id, 'loras'] });
      onStarted(id);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
      for (const list of ['assets', 'readiness'])
        void client.invalidateQueries({ queryKey: [brand.id, list] });
    } finally {
      setIsStarting(false);
    }
  };
  return { start, isStarting, refusal };
};

/** The key under which this very wish was sent before, where nobody knows what came of it. */
const keyOf = (kept: unknown, text: string): string | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const key: unknown = Reflect.get(kept, 'key');
  return Reflect.get(kept, 'text') === text && typeof key === 'string' ? key : null;
};
