import { useEffect, useRef, useState } from 'react';
import { keepForm, readKeptForm } from '../kept-form.ts';
import { useKeptForm } from '../use-kept-form.ts';
import { type PromptWish, parseWish, untouchedWish } from './prompt-wish.ts';

/** The form, kept in this tab over a reload. */
export const useKeptWish = (isModelNamed: boolean) => {
  const place = useKeptForm('generate');
  const [wish, setWish] = useState(untouchedWish);
  const isEdited = useRef(false);
  useEffect(() => {
    const found = parseWish(readKeptForm(place));
    // An address that names a model means that one, whatever was chosen before.
    if (found && !isEdited.current) setWish(isModelNamed ? { ...found, modelId: '' } : found);
  }, [place, isModelNamed]);
  const edit = (next: PromptWish) => {
    isEdited.current = true;
    setWish(next);
    keepForm(place, next);
  };
  return [wish, edit] as const;
};
