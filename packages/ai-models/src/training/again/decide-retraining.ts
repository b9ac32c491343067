import { type QuietHours, quietUntil } from './quiet-hours.ts';

/** Everything that the decision is made of. */
export interface RetrainingFacts {
  /** Whether the brand wants it at all. */
  readonly isOn: boolean;
  /** Whether the whole brand sees its pictures. Nobody's private ones are trained with by themselves. */
  readonly isShared: boolean;
  /** Pictures that no training has used or is using. */
  readonly newImages: number;
  /** How many of them are enough. */
  readonly wantedImages: number;
  /** Pictures that the training would take, new and old; the same one twice counts once. */
  readonly usableImages: number;
  /** How many give good results: nobody is there to say that fewer will do. */
  readonly recommendedImages: number;
  /** Whether the brand trains such models. */
  readonly isModelTypeAllowed: boolean;
  /** The last one that began by itself. */
  readonly lastAutomaticAt: Date | null;
  /** The shortest time between two. */
  readonly hoursBetween: number;
  /** When none begins. */
  readonly quietHours: QuietHours | null;
  /** What this one would cost. */
  readonly estimatedCostUsd: number;
  /** For such trainings in a month; null: no limit of their own. */
  readonly automaticBudgetUsd: number | null;
  /** What those of this month cost. */
  readonly spentAutomaticallyUsd: number;
  /** For everything in a month; null: no limit. */
  readonly budgetUsd: number | null;
  /** What everything of this month cost. */
  readonly spentUsd: number;
  /** Trainings that run. */
  readonly running: number;
  /** How many may run at once. */
  readonly mostRunning: number;
  /** Trainings of the last day. */
  readonly startedToday: number;
  /** How many may begin in a day. */
  readonly mostADay: number;
}

/** Why a brand is trained again by itself, or is not. */
export type RetrainingCode =
  | 'enough_new_pictures'
  | 'switched_off'
  | 'private_pictures'
  | 'too_few_new_pictures'
  | 'too_few_pictures'
  | 'model_type_not_allowed'
  | 'too_soon'
  | 'quiet_hours'
  | 'automatic_budget_spent'
  | 'budget_spent'
  | 'too_many_running'
  | 'too_many_today'
  | 'refused';

/** One reason. */
export interface RetrainingReason {
  /** A word for programs. */
  readonly code: RetrainingCode;
  /** A sentence for people. */
  readonly message: string;
  /** When it passes by itself, as ISO 8601; null where it does not, or nobody knows. */
  readonly until: string | null;
}

/** Whether a brand is trained again now, and why. */
export interface RetrainingDecision {
  /** Whether a training begins. */
  readonly retrain: boolean;
  /** Everything that speaks against it; what speaks for it where nothing does. */
  readonly reasons: readonly RetrainingReason[];
}

/** Decides by facts alone, so that the same answer can be shown before and given after. */
export function decideRetraining(facts: RetrainingFacts, now: Date): RetrainingDecision {
  const obstacles = [
    ...aboutSettings(facts),
    ...aboutPictures(facts),
    ...aboutTime(facts, now),
    ...aboutMoney(facts, now),
    ...aboutRoom(facts),
  ];
  if (obstacles.length > 0) return { retrain: false, reasons: obstacles };
  const { newImages, wantedImages } = facts;
  const message = `${pictures(newImages)} ${newImages === 1 ? 'is' : 'are'} new; ${wantedImages} are enough to train again.`;
  return { retrain: true, reasons: [reason('enough_new_pictures', message)] };
}

const reason = (code: RetrainingCode, message: string, until: Date | null = null): RetrainingReason => ({
  code,
  message,
  until: until?.toISOString() ?? null,
});

const when = (condition: boolean, make: () => RetrainingReason) => (condition ? [make()] : []);

const aboutSettings = ({ isOn, isShared, isModelTypeAllowed }: RetrainingFacts) => [
  ...when(!isOn, () => reason('switched_off', 'Training again by itself is switched off for this brand.')),
  ...when(!isShared, () =>
    reason('private_pictures', 'Pictures of this brand are private; nobody else trains with them.'),
  ),
  ...when(!isModelTypeAllowed, () =>
    reason('model_type_not_allowed', 'The brand no longer trains models of the kind that it trained last.'),
  ),
];

const aboutPictures = ({ newImages, wantedImages, usableImages, recommendedImages }: RetrainingFacts) => [
  ...when(newImages < wantedImages, () =>
    reason(
      'too_few_new_pictures',
      `${pictures(newImages)} ${newImages === 1 ? 'is' : 'are'} new since the last training; it takes ${wantedImages}.`,
    ),
  ),
  ...when(usableImages < recommendedImages, () =>
    reason(
      'too_few_pictures',
      `There are ${pictures(usableImages)} to train with; ${recommendedImages} give good results.`,
    ),
  ),
];

function aboutTime({ lastAutomaticAt, hoursBetween, quietHours }: RetrainingFacts, now: Date) {
  const again = lastAutomaticAt && new Date(lastAutomaticAt.getTime() + hoursBetween * 3_600_000);
  const quiet = quietHours && quietUntil(now, quietHours);
  return [
    ...(again && again > now
      ? [reason('too_soon', `The last automatic training is less than ${hours(hoursBetween)} old.`, again)]
      : []),
    ...(quiet && quietHours
      ? [
          reason(
            'quiet_hours',
            `From ${quietHours.from} to ${quietHours.to} (${quietHours.timeZone}) nothing starts by itself.`,
            quiet,
          ),
        ]
      : []),
  ];
}

function aboutMoney(facts: RetrainingFacts, now: Date) {
  const { estimatedCostUsd, automaticBudgetUsd, spentAutomaticallyUsd, budgetUsd, spentUsd } = facts;
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
  const isOver = (budget: number | null, spent: number) =>
    budget !== null && spent + estimatedCostUsd > budget;
  const words = (what: string, budget: number | null, spent: number) =>
    `It would cost about ${usd(estimatedCostUsd)}; of this month's ${usd(budget ?? 0)} for ${what}, ${usd(spent)} are spent.`;
  return [
    ...when(isOver(automaticBudgetUsd, spentAutomaticallyUsd), () =>
      reason(
        'automatic_budget_spent',
        words('automatic trainings', automaticBudgetUsd, spentAutomaticallyUsd),
        nextMonth,
      ),
    ),
    ...when(isOver(budgetUsd, spentUsd), () =>
      reason('budget_spent', words('everything', budgetUsd, spentUsd), nextMonth),
    ),
  ];
}

const aboutRoom = ({ running, mostRunning, startedToday, mostADay }: RetrainingFacts) => [
  ...when(running >= mostRunning, () =>
    reason('too_many_running', `As many trainings run as may run at once: ${mostRunning}.`),
  ),
  ...when(startedToday >= mostADay, () =>
    reason('too_many_today', `As many trainings began within a day as may begin: ${mostADay}.`),
  ),
];

const pictures = (amount: number) => `${amount} ${amount === 1 ? 'picture' : 'pictures'}`;
const hours = (amount: number) => `${amount} ${amount === 1 ? 'hour' : 'hours'}`;
const usd = (amount: number) => `$${amount.toFixed(2)}`;
