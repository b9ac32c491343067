import type { ProviderId } from '../providers/run.ts';
import type { ModelType } from './model-type.ts';

/** What there is to know about training one base model. */
export interface Trainer {
  /** The base model. */
  readonly modelType: ModelType;
  /** Who trains it unless somebody else is asked; its bounds hold for what people send. */
  readonly provider: ProviderId;
  /** What a model is called that nobody named. */
  readonly defaultName: string;
}
