import { useWords } from '../../messages/use-words.ts';

const keys = {
  'collecting pictures': 'collecting',
  submitting: 'submitting',
  'looking for the run': 'looking',
  'waiting for a machine': 'waiting',
  provisioning: 'provisioning',
  preparing: 'preparing',
  captioning: 'captioning',
  loading: 'loading',
  caching: 'caching',
  training: 'training',
  packing: 'packing',
  'saving the weights': 'saving',
  'trying again': 'tryingAgain',
  cancelling: 'cancelling',
  done: 'done',
} as const;

/** What happens inside of a state, in words; what a trainer calls otherwise stays as it is. */
export const useStageWords = () => {
  const words = useWords('job.inside');
  return (stage: string): string => {
    const key = Object.entries(keys).find(([known]) => known === stage)?.[1];
    return key ? words(key) : stage;
  };
};
