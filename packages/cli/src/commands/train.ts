import type { TrainingJob } from '@act/ai-models';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { count } from '../output/words.ts';
import { awaitInspection } from '../pictures/await-inspection.ts';
import { describePlan, type FolderPlan, planFolder } from '../pictures/bring-folder.ts';
import { defineCommand } from '../program/command.ts';
import { oneOf } from '../program/input-schemas.ts';
import type { World } from '../program/world.ts';
import { ask, canAsk } from '../session/ask.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { configFlags, configShape, toTrainingConfig } from '../work/config-flags.ts';
import { describeQuote } from '../work/describe-quote.ts';
import { waitOut } from '../work/wait-out.ts';
import { describeEnd, exitCodeOf, trainingGoesOn, watchJob } from '../work/watch-job.ts';

const inputSchema = z.object({
  ...configShape,
  folder: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  subject: oneOf(['style', 'character', 'product', 'person']).optional(),
  triggerWord: z.string().optional(),
  anyway: z.boolean().default(false),
  yes: z.boolean().default(false),
  detach: z.boolean().default(false),
});
type Wish = z.output<typeof inputSchema>;

export const train = defineCommand({
  name: 'train',
  summary: 'train a model of the pictures of a folder',
  words: [['<folder>', 'what is not in the brand yet is uploaded first']],
  flags: [
    ...configFlags,
    ['--name <name>', 'what the model is to be called (default: flux-lora and the like)'],
    ['--description <text>', 'in your words'],
    ['--subject <kind>', 'what the pictures show: style, character, product or person (default: style)'],
    ['--trigger-word <word>', 'what calls the subject in a prompt (default: one is made)'],
    ['--anyway', 'train although the pictures need attention'],
    ['--yes', 'do not ask whether the price is right'],
    ['--detach', 'start it and do not watch it'],
  ],
  inBrand: true,
  examples: [
    ['act train ./logos', 'shows the price, asks, uploads, trains; Ctrl-C leaves it running'],
    ['act train ./logos --preset best --subject product --yes', 'without a question'],
    ['act train ./logos --yes --detach --json', 'from a script; `act jobs watch` follows it'],
  ],
  input: inputSchema,
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const plan = await planFolder(session, { brandId, folder: input.folder }, world);
    const config = { ...toTrainingConfig(input), triggerWord: input.triggerWord };
    const quote = await session.ai.quoteTraining({ brandId, modelType: input.type, config });
    world.output.note(`${describePlan(plan)}. ${describeQuote(quote).join(' ')}`);
    await confirm(input, world);

    const trainingAssetIds = await bringPictures(session, { brandId, plan }, world);
    const { signal } = world;
    const wish = {
      brandId,
      modelType: input.type,
      trainingAssetIds,
      config,
      name: input.name,
      description: input.description,
      subjectKind: input.subject,
      trainAnyway: input.anyway,
      idempotencyKey: crypto.randomUUID(),
      signal,
    };
    const job = await waitOut(() => session.ai.createTrainingJob(wish), world, {
      left: perhapsBegun,
      isSaidAtStop: true,
    });
    if (input.detach) {
      world.output.result({ ...job, detached: true }, () => [
        `Training ${job.id} is asked for. Follow it with: act jobs watch ${job.id}`,
      ]);
      return exitCodes.done;
    }
    world.output.note(`Training ${job.id}. Ctrl-C leaves it running.`);
    const watched = await watchJob(session, job, world);
    const modelId = watched.isDetached
      ? null
      : await waitOut(() => findModel(session, watched.job), world, { left: trainingGoesOn(job.id) });
    world.output.result({ ...watched.job, detached: watched.isDetached, modelId }, () => [
      ...describeEnd(watched),
      ...(modelId ? [`Its model is ${modelId}. Try it: act generate ${modelId} "photo of [brand]"`] : []),
    ]);
    return exitCodeOf(watched);
  },
});

/** The answer to the wish may be what was lost. */
const perhapsBegun = {
  message: 'The training may have begun.',
  hint: 'See with `act jobs` before you ask for it again.',
};

async function confirm({ yes }: Wish, { signal, output }: World): Promise<void> {
  if (yes) return;
  if (output.isJson || !canAsk()) {
    throw new CliError({
      code: 'not_confirmed',
      message: 'Nobody can be asked whether the price is right.',
      hint: 'Pass --yes; `act quote` says the price before.',
      exitCode: exitCodes.usage,
    });
  }
  const answer = await ask('Train for that? [y/N] ', signal);
  if (/^y(es)?$/i.test(answer)) return;
  throw new CliError({
    code: 'not_confirmed',
    message: 'Nothing was uploaded or started.',
    hint: '',
    exitCode: exitCodes.usage,
  });
}

/** Uploads what is missing and gives the pictures that can be trained with. */
async function bringPictures(
  session: Session,
  { brandId, plan }: { brandId: string; plan: FolderPlan },
  world: World,
): Promise<string[]> {
  const { uploadedIds, knownIds, refused } = await plan.upload();
  const ids = [...knownIds, ...uploadedIds];
  const pictures = await awaitInspection(session, { brandId, ids }, world);
  const waiting = pictures.filter(({ status }) => status === 'received');
  if (waiting.length > 0) {
    throw new CliError({
      code: 'engine_away',
      message: `${count(waiting.length, 'picture')} were not looked into: no engine seems to run.`,
      hint: '`act doctor` says what is away. Nothing is lost: the same command goes on from here.',
      exitCode: exitCodes.unreachable,
    });
  }
  for (const { name, status, rejection_reason } of pictures) {
    if (status === 'rejected') world.output.note(`Left out: ${name}. ${rejection_reason ?? ''}`);
  }
  const ready = pictures.flatMap(({ id, status }) => (status === 'ready' ? [id] : []));
  if (ready.length > 0) return ready;
  throw new CliError({
    code: 'no_pictures',
    message: 'None of the pictures can be used.',
    hint: 'Replace them; each says above what is wrong.',
    exitCode: exitCodes.notReady,
    choices: refused.map(({ name, reason }) => `${name}: ${reason}`),
  });
}

async function findModel({ ai }: Session, { id, brandId, status }: TrainingJob): Promise<string | null> {
  if (status !== 'completed') return null;
  const { items } = await ai.listBrandModels(brandId);
  return items.find(({ jobId }) => jobId === id)?.modelId ?? null;
}
