import { useKeptTrainingForm } from '../use-kept-training-form.ts';
import { readForm } from './configure-form.ts';

/** What was chosen of a training. */
export const useConfigureForm = () => useKeptTrainingForm('configure', readForm);
