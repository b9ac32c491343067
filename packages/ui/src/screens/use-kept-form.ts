import { useMemo } from 'react';
import type { KeptFormPlace } from './kept-form.ts';
import { useStudio } from './studio.tsx';

/** Where a form is kept in this tab: for each brand apart, and for nobody but whoever fills it in. */
export const useKeptForm = (form: string): KeptFormPlace => {
  const { brand, personId } = useStudio();
  return useMemo(() => ({ personId, brandId: brand.id, form }), [personId, brand.id, form]);
};
