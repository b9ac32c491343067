import type { ModelType } from '@act/tenant-config';
import { useEffect, useLayoutEffect, useState } from 'react';
import { forgetForm, keepForm, readKeptForm } from '../kept-form.ts';
import { useKeptForm } from '../use-kept-form.ts';
import { type ConfigureForm, emptyForm, readForm } from './configure-form.ts';
import { drawTriggerWord } from './trigger-word.ts';

/** What was chosen, kept across reloads of this tab; gone once the training is begun. */
export const useConfigureForm = (modelTypes: readonly ModelType[]) => {
  const place = useKeptForm('configure');
  const [form, setForm] = useState<ConfigureForm>(() => emptyForm(modelTypes[0] ?? 'flux'));
  const [isRead, setIsRead] = useState(false);
  // Before anybody can type: what they typed would be lost under what was kept.
  useLayoutEffect(() => {
    const kept = readForm(readKeptForm(place), modelTypes);
    setForm({ ...kept, drawnWord: kept.drawnWord || drawTriggerWord() });
    setIsRead(true);
  }, [place, modelTypes]);
  useEffect(() => {
    if (isRead) keepForm(place, form);
  }, [place, form, isRead]);
  const forget = () => {
    setIsRead(false);
    forgetForm(place);
  };
  return { form, setForm, forget };
};
