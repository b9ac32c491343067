import type { AiModelsContext } from '../context.ts';
import {
  type CleanupFacts,
  clearDeparted,
  expireRows,
  finishCleanup,
  getCleanupFacts,
} from '../database/cleanup.ts';
import { requireSystem } from '../jobs/require-system.ts';
import { type ForgettingReport, forgetLeftovers } from '../jobs/tidying/forget-leftovers.ts';
import { type TidyUpReport, tidyUp } from '../jobs/tidying/tidy-up.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { type CleanupReport, cleanupOldGenerations } from './cleanup-generations.ts';

/** Something that would be cleared away, and why. */
export interface CleanupItem {
  /** A word for programs. */
  readonly code:
    | 'old_generations'
    | 'deleted_trainings'
    | 'departed_people'
    | 'deleted_files'
    | 'stray_files'
    | 'archives'
    | 'provider_leftovers'
    | 'provider_refusals';
  /** How many. */
  readonly count: number;
  /** A sentence for people. */
  readonly message: string;
}

/** What cleaning up would do in a brand. */
export interface CleanupPlan {
  /** Days after which generated pictures go; null: they are kept. */
  readonly generationDays: number | null;
  /** Days in which something deleted can be restored. */
  readonly deletedDays: number;
  /** Everything that would go; empty where there is nothing. */
  readonly items: readonly CleanupItem[];
}

/** What cleaning up did. */
export interface HousekeepingReport {
  /** What went of old generations; null where the brand keeps them. */
  readonly generations: CleanupReport | null;
  /** Trainings that were deleted for good. */
  readonly trainings: number;
  /** Old wishes for captions. */
  readonly captionRequests: number;
  /** Private things of people who are gone: what went, and what still runs. */
  readonly departed: { readonly cleared: number; readonly running: number };
  /** Files and archives. */
  readonly files: TidyUpReport;
  /** What providers kept. */
  readonly providers: ForgettingReport;
  /** When to look again, as ISO 8601; null where nothing of the brand is left. */
  readonly nextLook: string | null;
}

/** Says what would be cleared away now and why, and removes nothing. For admins and for the system. */
export async function explainCleanup(context: AiModelsContext): Promise<CleanupPlan> {
  const facts = await getCleanupFacts(context);
  const { generation_days: generationDays, deleted_days: deletedDays } = facts;
  const old =
    generationDays === null
      ? 0
      : (await cleanupOldGenerations(context, generationDays, { dryRun: true })).generations;
  return { generationDays, deletedDays, items: toItems(facts, old).filter(({ count }) => count > 0) };
}

/** Clears away what policy expired, what people had deleted, and what nobody needs any more. As system. */
export async function cleanUp(
  context: AiModelsContext,
  { signal }: Stoppable = {},
): Promise<HousekeepingReport> {
  requireSystem(context);
  const { generation_days: days } = await getCleanupFacts(context);
  const departed = await clearDeparted(context);
  const { trainings, caption_requests: captionRequests } = await expireRows(context);
  const generations = days === null ? null : await cleanupOldGenerations(context, days);
  signal?.throwIfAborted();
  const files = await tidyUp(context);
  const providers = await forgetLeftovers(context, { signal });
  const nextLook = await finishCleanup(context);
  return { generations, trainings, captionRequests, departed, files, providers, nextLook };
}

const toItems = (facts: CleanupFacts, oldGenerations: number): CleanupItem[] => [
  {
    code: 'old_generations',
    count: oldGenerations,
    message: `${count(oldGenerations, 'generation')} older than ${count(facts.generation_days ?? 0, 'day')}, without a starred picture.`,
  },
  {
    code: 'deleted_trainings',
    count: facts.trainings,
    message: `${count(facts.trainings, 'training')} deleted more than ${count(facts.deleted_days, 'day')} ago, which can be restored no more.`,
  },
  {
    code: 'departed_people',
    count: facts.departed,
    message: `${count(facts.departed, 'private thing')} of people who are gone or asked to be deleted.`,
  },
  {
    code: 'deleted_files',
    count: facts.files,
    message: `${count(facts.files, 'file')} of what was deleted.`,
  },
  {
    code: 'stray_files',
    count: facts.strays,
    message: `${count(facts.strays, 'file')} older than a day that belong to nothing.`,
  },
  {
    code: 'archives',
    count: facts.archives,
    message: `${count(facts.archives, 'archive')} that no training needs any more.`,
  },
  {
    code: 'provider_leftovers',
    count: facts.leftovers,
    message: `${count(facts.leftovers, 'thing')} that a GPU provider keeps of what was deleted.`,
  },
  {
    code: 'provider_refusals',
    count: facts.refused,
    message: `${count(facts.refused, 'thing')} that a GPU provider does not let go of; the people who run this service have to.`,
  },
];

const count = (amount: number, what: string) => `${amount} ${what}${amount === 1 ? '' : 's'}`;
