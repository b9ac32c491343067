import type { NoticeKind } from '../../../api/answers.ts';
import type { StudioBrand } from '../../studio.tsx';

/** All that a person can be told, in the order in which it is listed. */
export const noticeKinds = [
  'training.completed',
  'training.failed',
  'training.cancelled',
  'generation.completed',
  'generation.failed',
  'pictures.rejected',
  'budget.low',
  'sharing.ended',
  'webhook.disabled',
] as const satisfies readonly NoticeKind[];

/** The kinds with one more or one less, always in the same order. */
export const toggleKind = (chosen: readonly NoticeKind[], kind: NoticeKind, isOn: boolean): NoticeKind[] =>
  noticeKinds.filter((one) => (one === kind ? isOn : chosen.includes(one)));

/** Whether a person can ever hear of it: only admins have webhooks, and not every brand shares. */
export const concerns = (
  kind: NoticeKind,
  { role, canShare }: Pick<StudioBrand, 'role' | 'canShare'>,
): boolean => {
  if (kind === 'webhook.disabled') return role === 'admin';
  return kind !== 'sharing.ended' || canShare === true;
};
