import { drawTriggerWord } from '../../screens/configure/trigger-word.ts';
import { useStudio } from '../../screens/studio.tsx';
import { useKeptTrainingForm } from '../../screens/use-kept-training-form.ts';
import { emptyDraft, readDraft } from '../lora-draft.ts';

/** The create dialog's draft, kept over reloads and closing. */
export const useDraft = () => {
  const { allowedModelTypes } = useStudio().brand.training;
  const { form: draft, setForm: setDraft, isRead, forget } = useKeptTrainingForm('lora', readDraft);
  const discard = () => setDraft({ ...emptyDraft(allowedModelTypes), drawnWord: drawTriggerWord() });
  return { draft, setDraft, isRead, discard, forget };
};
