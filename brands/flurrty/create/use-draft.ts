import { forgetForm, keepForm, readKeptForm } from '@act/ui/studio/kept-form';
import { useKeptForm } from '@act/ui/studio/use-kept-form';
import { useEffect, useRef, useState } from 'react';
import { type Draft, firstDraft, parseDraft } from './draft.ts';

/** The draft of this person in this brand, kept in this browser until the twin is made or they sign out. */
export const useDraft = () => {
  const place = useKeptForm('twin');
  const [draft, setDraft] = useState(firstDraft);
  const [isBegun, setIsBegun] = useState(false);
  const latest = useRef(draft);
  useEffect(() => {
    const kept = parseDraft(readKeptForm(place, localStorage));
    // Somebody may be quicker than the page.
    if (!kept || latest.current !== firstDraft) return;
    latest.current = kept;
    setDraft(kept);
    setIsBegun(true);
  }, [place]);
  const change = (changes: Partial<Draft>) => {
    latest.current = { ...latest.current, ...changes };
    setDraft(latest.current);
    // At once: a reload may be the next thing to happen.
    keepForm(place, latest.current, localStorage);
  };
  return { draft, change, isBegun, forget: () => forgetForm(place, localStorage) };
};
