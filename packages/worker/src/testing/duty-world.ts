import { type AiModels, createAiModels, type Logger } from '@act/ai-models';
import { createReplicateProvider } from '@act/ai-models/providers/replicate';
import type { Duty } from '../duties/duty.ts';
import { createWorld } from '../world/create-world.ts';
import { openDueDatabase } from '../world/due-database.ts';
import type { WorkerWorld } from '../world/worker-world.ts';
import { paintPicture } from './paint-picture.ts';
import { silentLogger } from './silent-logger.ts';
import { brand, type TestProject } from './test-project.ts';

export interface DutyWorldOptions {
  readonly name?: string;
  readonly now?: () => Date;
  readonly logger?: Logger;
}

/** The world of one worker, for duties that a test does by hand. */
export function openDutyWorld(
  project: TestProject,
  { name = 'worker', now, logger = silentLogger }: DutyWorldOptions = {},
): WorkerWorld & AsyncDisposable {
  const options = project.options(now && { now });
  const { replicate } = project.simulators;
  const quick = createReplicateProvider({
    apiToken: replicate.token,
    baseUrl: replicate.url,
    username: replicate.username,
    captionPollIntervalMs: 20,
    retry: { firstDelayMs: 5, maximumDelayMs: 20 },
  });
  const due = openDueDatabase(options.databaseUrl, { maxConnections: 2, onError: () => undefined });
  const world = createWorld(options, { name, due, providers: [quick, ...options.providers], logger });
  return { ...world, [Symbol.asyncDispose]: () => due.close() };
}

/** Does everything that there is to do; says how many pieces it was. */
export async function drain(duty: Duty, world: WorkerWorld): Promise<number> {
  const never = new AbortController().signal;
  let pieces = 0;
  while (await duty.doNext(world, never)) {
    pieces += 1;
    if (pieces > 200) throw new Error(`${duty.name} finds no end.`);
  }
  return pieces;
}

/** A person of a demo brand, who only asks. */
export const personOf = (
  { stack }: TestProject,
  actor: Parameters<TestProject['stack']['tokenFor']>[0],
): AiModels =>
  createAiModels({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    access: { accessToken: () => stack.tokenFor(actor) },
  });

/** Pictures that somebody uploaded and the engine found ready. */
export async function addReadyPictures(
  world: WorkerWorld,
  person: AiModels,
  { count, from = 0, brandId = brand }: { count: number; from?: number; brandId?: string },
): Promise<string[]> {
  const seeds = Array.from({ length: count }, (_, index) => from + index + 1);
  const pictures = await person.uploadTrainingImages({
    brandId,
    files: await Promise.all(seeds.map((seed) => paintPicture(seed))),
    names: seeds.map((seed) => `picture-${seed}`),
  });
  await world.forBrand(brandId).ai.inspectPictures();
  return pictures.map(({ id }) => id);
}
