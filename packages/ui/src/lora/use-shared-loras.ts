import { usePages } from '../screens/use-pages.ts';
import { useLoraApi } from './use-lora-api.ts';
import { useReadAhead } from './use-read-ahead.ts';

/** The LoRAs that others share with the brand. */
export const useSharedLoras = () => {
  const api = useLoraApi();
  return useReadAhead(
    usePages({
      key: ['loras', 'shared'],
      load: (cursor, signal) => api.list({ cursor, signal, shared: true }),
    }),
  );
};
