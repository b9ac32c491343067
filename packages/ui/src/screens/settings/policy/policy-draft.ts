import type { SubjectKind } from '@act/tenant-config';
import type { Policy } from '../../../api/settings-answers.ts';
import type { PolicyWish } from '../../../api/settings-wishes.ts';

/** Listed here as well: the package that has them brings a parser along, which a page has no use for. */
export const subjectKinds = [
  'style',
  'character',
  'product',
  'person',
] as const satisfies readonly SubjectKind[];

/** A policy as it stands in a form: every number as it was written. */
export type PolicyDraft = Readonly<Record<PolicyField, string>> & {
  readonly isRetraining: boolean;
  readonly language: Policy['language'];
  readonly isQuiet: boolean;
};

export const imageCounts = ['minimumImages', 'recommendedImages', 'maximumImages'] as const;
type ImageCount = (typeof imageCounts)[number];

const others = [
  'monthlyUsd',
  'warnAtPercent',
  'newImages',
  'minimumHoursBetween',
  'monthlyBudgetUsd',
  'quietFrom',
  'quietTo',
  'timeZone',
  'generationDays',
  'deletedDays',
] as const;
export type PolicyField = `${SubjectKind}.${ImageCount}` | (typeof others)[number];

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  /** Empty means no limit. */
  readonly mayBeEmpty: boolean;
}

const whole = (least: number, most: number): Bounds => ({ least, most, isWhole: true, mayBeEmpty: false });
const money: Bounds = { least: 0, most: 1_000_000, isWhole: false, mayBeEmpty: true };

const otherBounds: Partial<Record<PolicyField, Bounds>> = {
  monthlyUsd: money,
  warnAtPercent: whole(1, 100),
  newImages: whole(1, 1000),
  minimumHoursBetween: whole(1, 8760),
  monthlyBudgetUsd: money,
  generationDays: { ...whole(1, 3650), mayBeEmpty: true },
  deletedDays: whole(1, 365),
};

/** Within which a number has to be; undefined for what is no number. */
export const boundsOf = (field: PolicyField): Bounds | undefined =>
  field.includes('.') ? whole(1, 1000) : otherBounds[field];

const written = (value: number | null) => (value === null ? '' : String(value));

export const toDraft = ({ subjects, autoRetrain, budget, retention, language }: Policy): PolicyDraft => {
  const counts = subjectKinds.flatMap((kind) =>
    imageCounts.map((count) => [`${kind}.${count}`, written(subjects[kind][count])] as const),
  );
  const quiet = autoRetrain.quietHours;
  return {
    ...(Object.fromEntries(counts) as Record<`${SubjectKind}.${ImageCount}`, string>),
    monthlyUsd: written(budget.monthlyUsd),
    warnAtPercent: written(Math.round(budget.warnAtShare * 100)),
    isRetraining: autoRetrain.enabled,
    newImages: written(autoRetrain.newImages),
    minimumHoursBetween: written(autoRetrain.minimumHoursBetween),
    monthlyBudgetUsd: written(autoRetrain.monthlyBudgetUsd),
    isQuiet: quiet !== null,
    quietFrom: quiet?.from ?? '22:00',
    quietTo: quiet?.to ?? '07:00',
    timeZone: quiet?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    generationDays: written(retention.generationDays),
    deletedDays: written(retention.deletedDays),
    language,
  };
};

/** What is wrong with a field; its words stand under `settings.policy.problems`. */
export type Problem = 'number' | 'bounds' | 'order' | 'sameTime';
export type Problems = Readonly<Partial<Record<PolicyField, Problem>>>;

const readNumber = (text: string): number | null => {
  const value = text.trim().replace(',', '.');
  return value === '' ? null : Number(value);
};

const judge = (field: PolicyField, text: string): Problem | null => {
  const bounds = boundsOf(field);
  if (!bounds) return null;
  const value = readNumber(text);
  if (value === null) return bounds.mayBeEmpty ? null : 'number';
  if (!Number.isFinite(value) || (bounds.isWhole && !Number.isInteger(value))) return 'number';
  return value < bounds.least || value > bounds.most ? 'bounds' : null;
};

export const findProblems = (draft: PolicyDraft): Problems => {
  const problems: Partial<Record<PolicyField, Problem>> = {};
  const fields = [
    ...others,
    ...subjectKinds.flatMap((kind) => imageCounts.map((count) => `${kind}.${count}` as const)),
  ];
  for (const field of fields) {
    const problem = judge(field, draft[field]);
    if (problem) problems[field] = problem;
  }
  for (const kind of subjectKinds) {
    const [least, best, most] = imageCounts.map((count) => readNumber(draft[`${kind}.${count}`]) ?? 0);
    if ((least ?? 0) > (best ?? 0)) problems[`${kind}.recommendedImages`] ??= 'order';
    if ((best ?? 0) > (most ?? 0)) problems[`${kind}.maximumImages`] ??= 'order';
  }
  if (draft.isQuiet && draft.quietFrom === draft.quietTo) problems.quietTo = 'sameTime';
  return problems;
};

/** What differs from the policy as it stands; null where nothing does. Only for a draft without problems. */
export const toWish = (draft: PolicyDraft, policy: Policy): PolicyWish | null => {
  const before = toDraft(policy);
  const isChanged = (...fields: readonly (keyof PolicyDraft)[]) =>
    fields.some((field) => draft[field] !== before[field]);
  const number = (field: PolicyField) => readNumber(draft[field]) ?? 0;
  const limit = (field: PolicyField) => readNumber(draft[field]);
  const kinds = subjectKinds.filter((kind) =>
    isChanged(...imageCounts.map((count) => `${kind}.${count}` as const)),
  );
  const quietHours = draft.isQuiet
    ? { from: draft.quietFrom, to: draft.quietTo, timeZone: draft.timeZone }
    : null;
  const wish: PolicyWish = {
    ...(kinds.length > 0 && {
      subjects: Object.fromEntries(
        kinds.map((kind) => [
          kind,
          {
            minimumImages: number(`${kind}.minimumImages`),
            recommendedImages: number(`${kind}.recommendedImages`),
            maximumImages: number(`${kind}.maximumImages`),
          },
        ]),
      ),
    }),
    ...(isChanged('monthlyUsd', 'warnAtPercent') && {
      budget: { monthlyUsd: limit('monthlyUsd'), warnAtShare: number('warnAtPercent') / 100 },
    }),
    ...(isChanged(
      ...(['isRetraining', 'newImages', 'minimumHoursBetween', 'monthlyBudgetUsd'] as const),
      ...(['isQuiet', 'quietFrom', 'quietTo', 'timeZone'] as const),
    ) && {
      autoRetrain: {
        enabled: draft.isRetraining,
        newImages: number('newImages'),
        minimumHoursBetween: number('minimumHoursBetween'),
        monthlyBudgetUsd: limit('monthlyBudgetUsd'),
        quietHours,
      },
    }),
    ...(isChanged('generationDays', 'deletedDays') && {
      retention: { generationDays: limit('generationDays'), deletedDays: number('deletedDays') },
    }),
    ...(isChanged('language') && { language: draft.language }),
  };
  return Object.keys(wish).length > 0 ? wish : null;
};
