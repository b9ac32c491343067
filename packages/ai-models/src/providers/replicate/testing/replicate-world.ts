import { startProviderSimulators } from '@act/local-stack/testing';
import type { OutputSource } from '../../run.ts';
import { startFileServer, zipPictures } from '../../testing/file-server.ts';
import {
  briskly,
  type FaultPlace,
  type ProviderWorld,
  quickly,
  type WorldSettings,
} from '../../testing/provider-world.ts';
import { sampleTrainingCall } from '../../testing/sample-calls.ts';
import { createReplicateProvider, type ReplicateProviderSettings } from '../replicate-provider.ts';

type Kind = 'training' | 'prediction';

const places = (kind: Kind): Record<FaultPlace, string> => ({
  start: `replicate.${kind}s.create`,
  status: `replicate.${kind}s.get`,
  cancel: `replicate.${kind}s.cancel`,
  run: `replicate.${kind}s.run`,
  output: 'replicate.delivery',
});

/** Replicate's simulator, its adapter, and somewhere for files to lie. */
export async function createReplicateWorld(
  kind: Kind,
  settings: Partial<ReplicateProviderSettings> & WorldSettings = {},
) {
  await using cleanup = new AsyncDisposableStack();
  const files = cleanup.use(await startFileServer());
  const simulators = cleanup.use(
    await startProviderSimulators({ speed: kind === 'training' ? quickly : briskly }),
  );
  const { url, token, username } = simulators.replicate;
  const provider = createReplicateProvider({
    apiToken: token,
    baseUrl: url,
    retry: { firstDelayMs: 5, maximumDelayMs: 20 },
    captionPollIntervalMs: 20,
    ...settings,
  });
  const owned = cleanup.move();
  return {
    files,
    simulators,
    provider,
    username,
    clock: simulators.clock,
    addFault: (place: FaultPlace, fault: Parameters<ProviderWorld['addFault']>[1]) =>
      simulators.faults.add({ on: places(kind)[place], ...fault }),
    isDoneFailing: () => simulators.faults.list().length === 0,
    runs: () => simulators.runs().filter((run) => run.kind === kind),
    /** A training of an archive that lies there, with the run's key in its address. */
    async createTrainingCall(fields: Parameters<typeof sampleTrainingCall>[0] = {}) {
      const call = sampleTrainingCall(fields);
      const address = files.publish('archive.zip', await zipPictures());
      return { ...call, archiveUrl: `${address}&download=${call.runKey}.zip` };
    },
    async readOutput(source: OutputSource) {
      if (source.from !== 'provider') throw new TypeError('Replicate keeps its outputs itself.');
      const response = await provider.images.openOutput(source.url);
      return new Uint8Array(await response.arrayBuffer());
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
