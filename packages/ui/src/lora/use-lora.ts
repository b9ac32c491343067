import { useQuery } from '@tanstack/react-query';
import { useStudio } from '../screens/studio.tsx';
import { isBeingMoved } from './lora.ts';
import { useLoraApi } from './use-lora-api.ts';

const pollMs = 2000;

/** One LoRA as it is now, looked at again while it is on its way to the brand or back. */
export const useLora = (id: string) => {
  const { brand } = useStudio();
  const api = useLoraApi();
  return useQuery({
    queryKey: [brand.id, 'lora', id],
    queryFn: ({ signal }) => api.get(id, signal),
    refetchInterval: ({ state }) => (state.data && isBeingMoved(state.data) ? pollMs : false),
  });
};
