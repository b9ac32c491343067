import { drawTriggerWord } from '@act/ui/studio/configure/trigger-word';
import { forgetForm, keepForm, readKeptForm } from '@act/ui/studio/kept-form';
import { useKeptForm } from '@act/ui/studio/use-kept-form';
import { useEffect, useRef, useState } from 'react';
import { type Draft, firstDraft, parseDraft } from './draft.ts';

/**
 * The draft of this person, kept in this browser until the training is begun: a phone may load the page anew whenever its
 * camera was open.
 */
export const useDraft = () => {
  const place = useKeptForm('selfies');
  const [draft, setDraft] = useState(firstDraft);
  const latest = useRef(draft);
  useEffect(() => {
    const kept = parseDraft(readKeptForm(place, localStorage)) ?? firstDraft;
    // Somebody may be quicker than the page.
    const known = latest.current === firstDraft ? kept : latest.current;
    latest.current = { ...known, word: kept.word || drawTriggerWord() };
    setDraft(latest.current);
    keepForm(place, latest.current, localStorage);
  }, [place]);
  const change = (changes: Partial<Draft>) => {
    latest.current = { ...latest.current, ...changes };
    setDraft(latest.current);
    // At once: a reload may be the next thing to happen.
    keepForm(place, latest.current, localStorage);
  };
  return { draft, change, forget: () => forgetForm(place, localStorage) };
};
