import {
  createManualClock,
  type ManualClock,
  type ProviderSimulators,
  startProviderSimulators,
} from '@act/local-stack/testing';
import type { AiModelsContext } from '../../context.ts';
import { brand, contextFor } from '../../node/testing/brand-context.ts';
import { createProviderRegistry } from '../../providers/provider-registry.ts';
import { createReplicateProvider } from '../../providers/replicate/index.ts';
import { createRunpodProvider } from '../../providers/runpod/index.ts';
import type { JobWorld } from './job-world.ts';

/** One story of work: providers of its own, whose time stands still until it is told to pass. */
export interface Episode extends AsyncDisposable {
  readonly world: JobWorld;
  readonly clock: ManualClock;
  readonly simulators: ProviderSimulators;
  /** Webhooks as they came from the provider, in order; nobody was told of them yet. */
  readonly webhooks: Request[];
  /** How everybody in it reaches everything. */
  readonly fetch: typeof globalThis.fetch;
  /** A process that works for the brand, as the system. */
  openWorker(settings?: WorkerSettings): Promise<AiModelsContext>;
  /** One who only asks for work: others do it. */
  openAsker(): Promise<AiModelsContext>;
}

interface WorkerSettings {
  readonly name?: string;
  /** Its way to the outside. */
  readonly fetch?: typeof globalThis.fetch;
  readonly changes?: Partial<AiModelsContext>;
}

const hooksHost = 'hooks.localhost';
export const webhookUrl = `http://${hooksHost}/webhooks`;

export interface EpisodeSettings {
  /** In one request. Default: as many as the provider paints. */
  readonly picturesAtOnce?: number;
}

export async function beginEpisode(
  world: JobWorld,
  { picturesAtOnce }: EpisodeSettings = {},
): Promise<Episode> {
  const clock = createManualClock();
  const webhooks: Request[] = [];
  const simulators = await startProviderSimulators({
    clock,
    listen: false,
    replicate: {
      // As few layers as a reader can still tell the base model by.
      weightsBytes: 1,
    },
    runpod: { weightsBytes: 1 },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).hostname !== hooksHost) return world.fetch(input, init);
      webhooks.push(new Request(request, { signal: null }));
      return new Response(null, { status: 202 });
    },
  });
  const openWorker: Episode['openWorker'] = ({ name = 'worker', fetch = simulators.fetch, changes } = {}) => {
    const { training, images } = createReplicateProvider({
      apiToken: simulators.replicate.token,
      baseUrl: simulators.replicate.url,
      fetch,
      retry: { firstDelayMs: 1, maximumDelayMs: 2 },
    });
    const maximumImages = picturesAtOnce ?? images.maximumImages;
    const { url: baseUrl, apiKey, endpointId } = simulators.runpod;
    const runpod = createRunpodProvider({
      apiKey,
      baseUrl,
      endpoints: { training: endpointId, images: endpointId },
      fetch,
      retry: { firstDelayMs: 1, maximumDelayMs: 2 },
      now: () => new Date(clock.now()),
    });
    return contextFor(
      world.stack,
      { system: brand },
      {
        fetch,
        workerName: name,
        webhookUrl,
        now: () => new Date(clock.now()),
        pollIntervalMs: 5_000,
        providers: createProviderRegistry([{ training, images: { ...images, maximumImages } }, runpod]),
        ...changes,
      },
    );
  };
  return {
    world,
    clock,
    simulators,
    webhooks,
    fetch: simulators.fetch,
    openWorker,
    openAsker: () => openWorker({ changes: { providers: createProviderRegistry([]) } }),
    [Symbol.asyncDispose]: async () => {
      clock.stop();
      await simulators[Symbol.asyncDispose]();
    },
  };
}
