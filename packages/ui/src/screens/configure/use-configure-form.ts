import type { ModelType } from '@act/tenant-config';
import { useEffect, useState } from 'react';
import { type ConfigureForm, emptyForm, readForm } from './configure-form.ts';

const keyOf = (brandId: string) => `configure:${brandId}`;

/** What was chosen, kept across reloads of this tab, for each brand by itself; gone once the training is begun. */
export const useConfigureForm = (brandId: string, modelTypes: readonly ModelType[]) => {
  const [form, setForm] = useState<ConfigureForm>(() => emptyForm(modelTypes[0] ?? 'flux'));
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    setForm(readForm(sessionStorage.getItem(keyOf(brandId)), modelTypes));
    setIsRead(true);
  }, [brandId, modelTypes]);
  useEffect(() => {
    if (isRead) sessionStorage.setItem(keyOf(brandId), JSON.stringify(form));
  }, [brandId, form, isRead]);
  const forget = () => {
    setIsRead(false);
    sessionStorage.removeItem(keyOf(brandId));
  };
  return { form, setForm, forget };
};
