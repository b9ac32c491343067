import { startProviderSimulators } from '@act/local-stack/testing';
import type { Delivery, OutputSource } from '../../run.ts';
import { startFileServer, zipPictures } from '../../testing/file-server.ts';
import {
  briskly,
  type FaultPlace,
  type ProviderWorld,
  quickly,
  type WorldSettings,
} from '../../testing/provider-world.ts';
import { sampleGenerationCall, sampleTrainingCall } from '../../testing/sample-calls.ts';
import { createRunpodProvider, type RunpodProviderSettings } from '../runpod-provider.ts';

type Kind = 'training' | 'generation';

const places = (kind: Kind): Record<FaultPlace, string> => ({
  start: 'runpod.run',
  status: 'runpod.status',
  cancel: 'runpod.cancel',
  run: `runpod.${kind}s.run`,
  output: 'runpod.none',
});

/** RunPod's simulator with our image behind it, its adapter, and a storage to deliver to. */
export async function createRunpodWorld(
  kind: Kind,
  settings: Partial<RunpodProviderSettings> & WorldSettings = {},
) {
  await using cleanup = new AsyncDisposableStack();
  const files = cleanup.use(await startFileServer());
  const simulators = cleanup.use(
    await startProviderSimulators({ speed: kind === 'training' ? quickly : briskly }),
  );
  const { url, apiKey, endpointId } = simulators.runpod;
  const { training, images } = createRunpodProvider({
    apiKey,
    baseUrl: url,
    endpoints: { training: endpointId, images: endpointId },
    retry: { firstDelayMs: 5, maximumDelayMs: 20 },
    ...settings,
  });
  if (!training || !images) throw new TypeError('An endpoint for each was given.');
  let delivery: Delivery = { lockUrl: '', uploadUrls: [] };
  const openDelivery = (count: number): Delivery => {
    const uploadUrls = Array.from({ length: count }, (_, index) => files.openUpload(`output-${index}`));
    delivery = { lockUrl: files.openUpload('lock.json'), uploadUrls };
    return delivery;
  };
  const owned = cleanup.move();
  return {
    files,
    simulators,
    training,
    images,
    endpointId,
    clock: simulators.clock,
    openDelivery,
    addFault: (place: FaultPlace, fault: Parameters<ProviderWorld['addFault']>[1]) =>
      simulators.faults.add({ on: places(kind)[place], ...fault }),
    isDoneFailing: () => simulators.faults.list().length === 0,
    runs: () => simulators.runs().filter(({ provider }) => provider === 'runpod'),
    createTrainingCall: async () =>
      sampleTrainingCall({
        modelType: 'sdxl',
        archiveUrl: files.publish('archive.zip', await zipPictures()),
        delivery: openDelivery(1),
      }),
    createGenerationCall: async (imageCount = 2) =>
      sampleGenerationCall({ modelType: 'sdxl', imageCount, loras: [], delivery: openDelivery(imageCount) }),
    /** What the last delivery was given. */
    async readOutput(source: OutputSource) {
      if (source.from !== 'delivery') throw new TypeError('Our image delivers to storage.');
      const bytes = files.read(delivery.uploadUrls[source.index] ?? '');
      if (!bytes) throw new Error('Nothing was delivered there.');
      return bytes;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
