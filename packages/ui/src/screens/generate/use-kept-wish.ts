import { useEffect, useRef, useState } from 'react';
import { useStudio } from '../studio.tsx';
import { parseKept, personOf } from './kept-wish.ts';
import { type PromptWish, untouchedWish } from './prompt-wish.ts';

/**
 * The form, kept in this tab over a reload: for each brand apart, and for nobody but whoever wrote it. Who that is says
 * the token, which is only asked for once there is something to keep.
 */
export const useKeptWish = (isModelNamed: boolean) => {
  const { brand, getAccessToken } = useStudio();
  const [wish, setWish] = useState(untouchedWish);
  const isEdited = useRef(false);
  const key = `act.generate.${brand.id}`;
  useEffect(() => {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return;
    void readPerson(getAccessToken).then((person) => {
      const found = parseKept(kept, person);
      // An address that names a model means that one, whatever was chosen before.
      if (found && !isEdited.current) setWish(isModelNamed ? { ...found, modelId: '' } : found);
      if (!found) sessionStorage.removeItem(key);
    });
  }, [key, getAccessToken, isModelNamed]);
  useEffect(() => {
    if (!isEdited.current) return;
    const timer = setTimeout(() => {
      void readPerson(getAccessToken).then((person) => {
        if (person !== null) sessionStorage.setItem(key, JSON.stringify({ person, wish }));
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [wish, key, getAccessToken]);
  const edit = (next: PromptWish) => {
    isEdited.current = true;
    setWish(next);
  };
  return [wish, edit] as const;
};

const readPerson = (getAccessToken: () => Promise<string>) => getAccessToken().then(personOf, () => null);
