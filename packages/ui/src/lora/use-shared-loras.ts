import { usePages } from '../screens/use-pages.ts';
import { useLoraApi } from './use-lora-api.ts';

/** The LoRAs that others share with the brand, as many as a page holds. */
export const useSharedLoras = () => {
  const api = useLoraApi();
  return usePages({
    key: ['loras', 'shared'],
    load: (cursor, signal) => api.list({ cursor, signal, shared: true }),
  });
};
