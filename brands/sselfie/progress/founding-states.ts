import type { TrainingJob } from '@act/ui/api/answers';

/** The way of a training in the founding document's words. */
const foundingStates = ['starting', 'training', 'completed'] as const;
type FoundingState = (typeof foundingStates)[number];

export interface FoundingStep {
  readonly name: FoundingState;
  readonly state: 'done' | 'now' | 'ahead' | 'broken';
}

const reached: Readonly<Record<TrainingJob['status'], FoundingState | null>> = {
  pending: 'starting',
  uploading: 'starting',
  queued: 'starting',
  training: 'training',
  saving: 'training',
  completed: 'completed',
  failed: null,
  cancelled: null,
};

/** What is done, what is going on, what comes; where it broke off, as far as its row tells. */
export const toSteps = ({ status, startedAt }: Pick<TrainingJob, 'status' | 'startedAt'>): FoundingStep[] => {
  const name = reached[status];
  const at = foundingStates.indexOf(name ?? (startedAt === null ? 'starting' : 'training'));
  const current = name === null ? 'broken' : name === 'completed' ? 'done' : 'now';
  return foundingStates.map((step, index) => ({
    name: step,
    state: index < at ? 'done' : index > at ? 'ahead' : current,
  }));
};
