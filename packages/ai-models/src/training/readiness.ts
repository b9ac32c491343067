import { z } from 'zod';
import type { BrandPolicy, SubjectKind } from '../database/brand-policy.ts';
import type { AssetRow } from '../database/queries.ts';
import { findNearDuplicates } from './near-duplicates.ts';

/** What can be said against training with some pictures. */
export type ReadinessCode =
  | 'too_few'
  | 'too_many'
  | 'not_inspected'
  | 'rejected'
  | 'fewer_than_recommended'
  | 'duplicates'
  | 'near_duplicates'
  | 'small'
  | 'blurred'
  | 'dark'
  | 'bright'
  | 'low_contrast'
  | 'captions_missing'
  | 'one_format';

/** One thing that is to be said about some pictures. */
export interface ReadinessReason {
  /** A word for programs. */
  readonly code: ReadinessCode;
  /** `blocks`: no training. `attention`: only if a person insists. `note`: worth knowing. */
  readonly severity: 'blocks' | 'attention' | 'note';
  /** A sentence for people. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The pictures it is about; empty where it is about all of them. */
  readonly assetIds: readonly string[];
}

/** Whether pictures can be trained with, and why not. */
export interface ReadinessReport {
  /** `needs_attention` trains with `trainAnyway`; `blocked` does not. */
  readonly verdict: 'ready' | 'needs_attention' | 'blocked';
  /** The worst first. */
  readonly reasons: readonly ReadinessReason[];
}

/** What of a picture's row decides. */
export type JudgedPicture = Pick<
  AssetRow,
  'id' | 'status' | 'sha256' | 'perceptual_hash' | 'width' | 'height' | 'training_caption' | 'inspection'
>;

/** For what the pictures are judged. */
export interface JudgeReadinessOptions {
  /** What the pictures show. */
  readonly subjectKind: SubjectKind;
  /** The brand's rules. */
  readonly policy: Pick<BrandPolicy, 'subjects'>;
}

/** Whether these pictures can be trained with, and what is to be said about them. */
export function judgeReadiness(
  pictures: readonly JudgedPicture[],
  { subjectKind, policy }: JudgeReadinessOptions,
): ReadinessReport {
  const ready = pictures.filter(({ status }) => status === 'ready');
  const reasons = [
    ...judgeStates(pictures),
    ...judgeCount(pictures, policy.subjects[subjectKind], subjectKind),
    ...judgeLikeness(ready),
    ...judgeFindings(ready),
    ...judgeCaptions(ready),
    ...judgeFormats(ready),
  ].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  const has = (severity: ReadinessReason['severity']) => reasons.some((one) => one.severity === severity);
  return { verdict: has('blocks') ? 'blocked' : has('attention') ? 'needs_attention' : 'ready', reasons };
}

const severities: readonly ReadinessReason['severity'][] = ['blocks', 'attention', 'note'];

function judgeStates(pictures: readonly JudgedPicture[]): ReadinessReason[] {
  const received = idsOf(pictures.filter(({ status }) => status === 'received'));
  const rejected = idsOf(pictures.filter(({ status }) => status === 'rejected'));
  return [
    ...about(received, {
      code: 'not_inspected',
      severity: 'blocks',
      message: `${count(received, 'is', 'are')} still being checked.`,
      hint: 'Wait a moment, or leave them out.',
    }),
    ...about(rejected, {
      code: 'rejected',
      severity: 'blocks',
      message: `${count(rejected, 'was', 'were')} rejected.`,
      hint: 'Leave them out; each says why it was rejected.',
    }),
  ];
}

function judgeCount(
  pictures: readonly JudgedPicture[],
  { minimumImages, recommendedImages, maximumImages }: BrandPolicy['subjects'][SubjectKind],
  subjectKind: SubjectKind,
): ReadinessReason[] {
  // The same file twice is one picture, and one that was rejected is none.
  const usable = pictures.filter(({ status }) => status !== 'rejected');
  const amount = new Set(usable.map(({ id, sha256 }) => sha256 ?? id)).size;
  const about = { assetIds: [], message: '' };
  if (amount < minimumImages) {
    const message = `A ${subjectKind} needs at least ${minimumImages} pictures; there are ${amount}.`;
    return [
      { ...about, code: 'too_few', severity: 'blocks', message, hint: `Add ${minimumImages - amount} more.` },
    ];
  }
  if (pictures.length > maximumImages) {
    const message = `A ${subjectKind} takes at most ${maximumImages} pictures; there are ${pictures.length}.`;
    return [{ ...about, code: 'too_many', severity: 'blocks', message, hint: 'Choose the best ones.' }];
  }
  if (amount >= recommendedImages) return [];
  const message = `${amount} pictures are fewer than the ${recommendedImages} that give good results.`;
  const hint = `Add ${recommendedImages - amount} more, or train all the same.`;
  return [{ ...about, code: 'fewer_than_recommended', severity: 'attention', message, hint }];
}

function judgeLikeness(pictures: readonly JudgedPicture[]): ReadinessReason[] {
  const seen = new Set<string>();
  const isRepeated = ({ sha256 }: JudgedPicture) => sha256 !== null && seen.size === seen.add(sha256).size;
  const repeated = pictures.filter(isRepeated);
  const others = pictures.filter((picture) => !repeated.includes(picture));
  const alike = findNearDuplicates(others);
  return [
    ...about(idsOf(repeated), {
      code: 'duplicates',
      severity: 'attention',
      message: `${count(repeated, 'is', 'are')} there already.`,
      hint: 'Leave them out: what is there twice is learned too well.',
    }),
    ...about(alike.flat(), {
      code: 'near_duplicates',
      severity: 'attention',
      message: `${count(alike.flat(), 'looks', 'look')} nearly the same as another.`,
      hint: 'Keep the best one of each.',
    }),
  ];
}

const findings = [
  [
    'small',
    'is smaller than training wants',
    'are smaller than training wants',
    'Use 512 pixels or more on the shorter side.',
  ],
  ['blurred', 'is blurred', 'are blurred', 'Replace them by sharp ones: blur is learned, too.'],
  ['dark', 'is too dark', 'are too dark', 'Replace them, or make them lighter.'],
  ['bright', 'is too bright', 'are too bright', 'Replace them, or make them darker.'],
  ['low_contrast', 'has hardly any contrast', 'have hardly any contrast', 'Replace them by clearer ones.'],
] as const;

const inspectionSchema = z.object({ findings: z.array(z.string()) });

function judgeFindings(pictures: readonly JudgedPicture[]): ReadinessReason[] {
  const found = new Map(
    pictures.map(({ id, inspection }) => [id, inspectionSchema.safeParse(inspection).data?.findings ?? []]),
  );
  return findings.flatMap(([code, is, are, hint]) => {
    const ids = idsOf(pictures.filter(({ id }) => found.get(id)?.includes(code)));
    return about(ids, { code, severity: 'attention', message: `${count(ids, is, are)}.`, hint });
  });
}

function judgeCaptions(pictures: readonly JudgedPicture[]): ReadinessReason[] {
  const without = idsOf(pictures.filter(({ training_caption: caption }) => !caption?.trim()));
  return about(without, {
    code: 'captions_missing',
    severity: 'note',
    message: `${count(without, 'has', 'have')} no caption.`,
    hint: 'Write what is to be seen, or have it written for you.',
  });
}

/** A model that saw one format only is weaker in all others. */
function judgeFormats(pictures: readonly JudgedPicture[]): ReadinessReason[] {
  const formats = pictures.flatMap(({ width, height }) => (width && height ? [width / height] : []));
  const isVaried = Math.max(...formats) / Math.min(...formats) > 1.02;
  if (formats.length < 5 || isVaried) return [];
  return [
    {
      code: 'one_format',
      severity: 'note',
      message: 'All pictures have the same format.',
      hint: 'Some upright and some wide ones make the model more versatile.',
      assetIds: [],
    },
  ];
}

/** A reason, if there is any picture that it is about. */
const about = (assetIds: readonly string[], reason: Omit<ReadinessReason, 'assetIds'>): ReadinessReason[] =>
  assetIds.length === 0 ? [] : [{ ...reason, assetIds }];

const idsOf = (pictures: readonly JudgedPicture[]): string[] => pictures.map(({ id }) => id);

const count = ({ length }: readonly unknown[], one: string, many: string): string =>
  length === 1 ? `1 picture ${one}` : `${length} pictures ${many}`;
