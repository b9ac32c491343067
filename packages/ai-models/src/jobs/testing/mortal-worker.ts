import { z } from 'zod';
import { createAiModels } from '../../client.ts';
import { hasEnded } from '../../database/ended-statuses.ts';
import { createReplicateProvider } from '../../providers/replicate/index.ts';
import { createSystemSigner } from '../../shared/access/system-signer.ts';
import { pause } from '../../shared/pause.ts';
import { createWire } from './outside-calls.ts';

/** What a process of its own is told: as JSON, its one argument. */
export const mortalSchema = z.object({
  url: z.string(),
  publishableKey: z.string(),
  signingKey: z.string(),
  brandId: z.string(),
  replicate: z.object({ baseUrl: z.string(), apiToken: z.string() }),
  assetIds: z.array(z.string()),
  idempotencyKey: z.string(),
  /** The call at which it is killed; 0 for never. */
  diesAt: z.number(),
  /** How long after the call was sent, in ms; negative: before it is sent. */
  delayMs: z.number(),
});

/** A script that trains a model, and is killed in the middle of it by the hardest signal there is. */
async function work(): Promise<void> {
  const options = mortalSchema.parse(JSON.parse(process.argv[2] ?? ''));
  const { delayMs, diesAt } = options;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const wire = createWire(globalThis.fetch, ({ number }) => {
    if (number === diesAt && delayMs < 0) die();
    if (number === diesAt) setTimeout(die, delayMs);
    return 'pass';
  });
  const ai = createAiModels({
    supabase: options,
    access: { brandId: options.brandId, signer: createSystemSigner(options) },
    providers: [createReplicateProvider({ ...options.replicate, fetch: wire.fetch })],
    fetch: wire.fetch,
    pollIntervalMs: 20,
  });
  let job = await ai.createTrainingJob({
    modelType: 'flux',
    subjectKind: 'product',
    trainingAssetIds: options.assetIds,
    config: { steps: 3, loraRank: 4, autocaption: false },
    trainAnyway: true,
    idempotencyKey: options.idempotencyKey,
  });
  while (!hasEnded(job.status)) {
    await pause(20);
    job = await ai.syncTrainingJob(job.id);
  }
  process.stdout.write(
    JSON.stringify({ id: job.id, status: job.status, calls: wire.calls.map(({ name }) => name) }),
  );
}

await work();
