import { useMemo } from 'react';
import { createLoraApi } from '../api/lora-api.ts';
import { useStudio } from '../screens/studio.tsx';

/** What the pages of the LoRA studio ask beside what every studio does; other storefronts load nothing of it. */
export const useLoraApi = () => {
  const { access } = useStudio();
  return useMemo(() => createLoraApi(access), [access]);
};
