import { useEffect, useState } from 'react';
import { drawTriggerWord } from '../../screens/configure/trigger-word.ts';
import { forgetForm, keepForm, readKeptForm } from '../../screens/kept-form.ts';
import { useStudio } from '../../screens/studio.tsx';
import { useKeptForm } from '../../screens/use-kept-form.ts';
import { emptyDraft, type LoraDraft, readDraft } from '../lora-draft.ts';

/** The create dialog's draft, kept in this tab over reloads and closing, gone once the training is begun. */
export const useDraft = () => {
  const { allowedModelTypes } = useStudio().brand.training;
  const place = useKeptForm('lora');
  const [draft, setDraft] = useState<LoraDraft>(() => emptyDraft(allowedModelTypes));
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    const kept = readDraft(readKeptForm(place), allowedModelTypes);
    setDraft({ ...kept, drawnWord: kept.drawnWord || drawTriggerWord() });
    setIsRead(true);
  }, [place, allowedModelTypes]);
  useEffect(() => {
    if (isRead) keepForm(place, draft);
  }, [place, draft, isRead]);
  return {
    draft,
    setDraft,
    isRead,
    discard: () => setDraft({ ...emptyDraft(allowedModelTypes), drawnWord: drawTriggerWord() }),
    forget: () => {
      setIsRead(false);
      forgetForm(place);
    },
  };
};
