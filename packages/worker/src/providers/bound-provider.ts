import type {
  CaptionProvider,
  ImageProvider,
  Provider,
  ProviderId,
  StartOutcome,
  Stoppable,
  TrainingProvider,
} from '@act/ai-models/providers';
import { createGate, type Gate } from './gate.ts';
import type { ProviderWatch } from './provider-watch.ts';

/** Told of each call to a provider. */
export interface CallMeter {
  called(provider: ProviderId, call: string, outcome: 'answered' | 'failed'): void;
  inFlight(provider: ProviderId, change: 1 | -1): void;
}

/** One gate for each vendor, whoever of the process asks. */
export type Gates = Map<ProviderId, Gate>;

export interface BoundOptions {
  /** Calls in flight to one provider. */
  readonly most: number;
  readonly gates: Gates;
  readonly meter: CallMeter;
  readonly watch: ProviderWatch;
}

/** The same provider, with so many calls in flight at most. What is streamed after an answer is not a call any more. */
export function boundProvider(provider: Provider, { most, gates, meter, watch }: BoundOptions): Provider {
  const bind = (id: ProviderId): Bound => {
    const gate = gates.get(id) ?? createGate(most);
    gates.set(id, gate);
    const end = (call: string | null, error: unknown) => {
      if (call !== null) meter.called(id, call, error === null ? 'answered' : 'failed');
      // Files lie elsewhere: whether they are to be had says nothing about the provider.
      if (call !== 'openOutput') watch.heard(id, error);
    };
    return (call, signal, run) =>
      gate.pass(signal, async () => {
        meter.inFlight(id, 1);
        try {
          const answer = await run();
          end(call, isRefusal(answer) ? answer.error : null);
          return answer;
        } catch (error) {
          end(call, error);
          throw error;
        } finally {
          meter.inFlight(id, -1);
        }
      });
  };
  const { training, images, captions } = provider;
  return {
    ...(training && { training: boundTraining(training, bind(training.id)) }),
    ...(images && { images: boundImages(images, bind(images.id)) }),
    ...(captions && { captions: boundCaptions(captions, bind(captions.id)) }),
  };
}

/** What is part of a call that was counted has no name. */
type Bound = <T>(call: string | null, signal: AbortSignal | undefined, run: () => Promise<T>) => Promise<T>;

/** What is sent and comes to nothing is an outcome, not an error. */
const isRefusal = (answer: unknown): answer is Exclude<StartOutcome, { outcome: 'accepted' }> =>
  typeof answer === 'object' && answer !== null && 'outcome' in answer && answer.outcome !== 'accepted';

const signalOf = (options: Stoppable | undefined) => options?.signal;

function boundTraining(training: TrainingProvider, bound: Bound): TrainingProvider {
  return {
    ...training,
    startTraining: (call) => bound('startTraining', call.signal, () => training.startTraining(call)),
    findTraining: (search) => bound('findTraining', search.signal, () => training.findTraining(search)),
    async *listTrainings(options) {
      // Each page is asked for when its first line is.
      const lines = training.listTrainings(options)[Symbol.asyncIterator]();
      let call: string | null = 'listTrainings';
      try {
        for (;;) {
          const line = await bound(call, options.signal, () => lines.next());
          if (line.done) return;
          call = null;
          yield line.value;
        }
      } finally {
        await lines.return?.();
      }
    },
    getTrainingStatus: (handle, call) =>
      bound('getTrainingStatus', call.signal, () => training.getTrainingStatus(handle, call)),
    cancelTraining: (handle, options) =>
      bound('cancelTraining', signalOf(options), () => training.cancelTraining(handle, options)),
    openOutput: (url, options) =>
      bound('openOutput', signalOf(options), () => training.openOutput(url, options)),
  };
}

function boundImages(images: ImageProvider, bound: Bound): ImageProvider {
  return {
    ...images,
    startGeneration: (call) => bound('startGeneration', call.signal, () => images.startGeneration(call)),
    findGeneration: (search) => bound('findGeneration', search.signal, () => images.findGeneration(search)),
    getGenerationStatus: (handle, options) =>
      bound('getGenerationStatus', signalOf(options), () => images.getGenerationStatus(handle, options)),
    cancelGeneration: (handle, options) =>
      bound('cancelGeneration', signalOf(options), () => images.cancelGeneration(handle, options)),
    openOutput: (url, options) =>
      bound('openOutput', signalOf(options), () => images.openOutput(url, options)),
  };
}

const boundCaptions = (captions: CaptionProvider, bound: Bound): CaptionProvider => ({
  ...captions,
  captionImage: (call) => bound('captionImage', call.signal, () => captions.captionImage(call)),
});
