import type { NoticeKind } from '../../../api/answers.ts';

/** All that a person can be told, in the order in which it is listed. */
export const noticeKinds = [
  'training.completed',
  'training.failed',
  'training.cancelled',
  'generation.completed',
  'generation.failed',
  'pictures.rejected',
  'budget.low',
  'webhook.disabled',
] as const satisfies readonly NoticeKind[];

/** The kinds with one more or one less, always in the same order. */
export const toggleKind = (chosen: readonly NoticeKind[], kind: NoticeKind, isOn: boolean): NoticeKind[] =>
  noticeKinds.filter((one) => (one === kind ? isOn : chosen.includes(one)));
