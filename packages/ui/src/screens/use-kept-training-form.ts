import type { ModelType } from '@act/tenant-config';
import { useEffect, useLayoutEffect, useState } from 'react';
import { drawTriggerWord } from './configure/trigger-word.ts';
import { forgetForm, keepForm, readKeptForm } from './kept-form.ts';
import { useStudio } from './studio.tsx';
import { useKeptForm } from './use-kept-form.ts';

/** Reads a form as it was kept; of nothing it makes the first one. */
type ReadForm<Form> = (kept: unknown, modelTypes: readonly ModelType[]) => Form;

/** A form that leads to a training, kept in this tab with each change; gone once the training is begun. */
export const useKeptTrainingForm = <Form extends { readonly drawnWord: string }>(
  name: string,
  read: ReadForm<Form>,
) => {
  const { allowedModelTypes } = useStudio().brand.training;
  const place = useKeptForm(name);
  const [form, setForm] = useState(() => read(null, allowedModelTypes));
  const [isRead, setIsRead] = useState(false);
  // Before anybody can type: what they typed would be lost under what was kept.
  useLayoutEffect(() => {
    const kept = read(readKeptForm(place), allowedModelTypes);
    setForm({ ...kept, drawnWord: kept.drawnWord || drawTriggerWord() });
    setIsRead(true);
  }, [place, read, allowedModelTypes]);
  useEffect(() => {
    if (isRead) keepForm(place, form);
  }, [place, form, isRead]);
  const forget = () => {
    setIsRead(false);
    forgetForm(place);
  };
  return { form, setForm, isRead, forget };
};
