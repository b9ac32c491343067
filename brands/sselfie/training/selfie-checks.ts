import type { Asset, ReadinessReport } from '@act/ui/api/answers';

/** What is looked at in every selfie, in the order in which it is shown, with what may be found. */
const findingsOf = {
  size: ['small'],
  sharpness: ['blurred'],
  light: ['dark', 'bright', 'low_contrast'],
  likeness: ['duplicates', 'near_duplicates'],
} as const;

type CheckName = keyof typeof findingsOf;
type Doubt = (typeof findingsOf)[CheckName][number];

export interface SelfieCheck {
  readonly name: CheckName;
  /** Null where nothing was found against it. */
  readonly doubt: Doubt | null;
}

type Checked = Pick<Asset, 'id' | 'findings'>;
type Reported = {
  readonly reasons: readonly Pick<ReadinessReport['reasons'][number], 'code' | 'assetIds'>[];
};

/** The checks of one selfie: by itself, and among the others. */
export const checksOf = ({ id, findings }: Checked, report: Reported | undefined): SelfieCheck[] => {
  const among = (report?.reasons ?? []).filter(({ assetIds }) => assetIds.includes(id));
  const found = new Set([...findings, ...among.map(({ code }) => code)]);
  const check = (name: CheckName) => ({
    name,
    doubt: findingsOf[name].find((one) => found.has(one)) ?? null,
  });
  return [check('size'), check('sharpness'), check('light'), check('likeness')];
};
