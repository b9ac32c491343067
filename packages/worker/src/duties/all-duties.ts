import { createCaptionDuty } from '../captions/caption-duty.ts';
import { createCleanupDuty } from '../cleanup/cleanup-duty.ts';
import { createNoticeDuty } from '../notices/notice-duty.ts';
import type { NoticeSettings } from '../notices/notice-settings.ts';
import { createInspectDuty } from '../pictures/inspect-duty.ts';
import { createRetrainDuty } from '../retraining/retrain-duty.ts';
import { createShareDuty } from '../sharing/share-duty.ts';
import { lanes } from '../work/lane.ts';
import { createWorkDuty } from '../work/work-duty.ts';
import type { Duty, DutyName } from './duty.ts';

export interface DutyParts {
  /** Has duties looked at, now or at a time. */
  readonly wake: (names: readonly DutyName[], at?: Date) => void;
  /** How notices leave; null: not by this process. */
  readonly notices: NoticeSettings | null;
}

/**
 * Pieces at once in one process. Saving moves gigabytes and inspecting takes hundreds of megabytes of memory; the others
 * wait for somebody else most of the time.
 */
const usualSlots = {
  inspect: 1,
  submit: 3,
  reconcile: 4,
  save: 2,
  generate: 4,
  caption: 2,
  retrain: 1,
  share: 1,
  cleanup: 1,
} as const;

/** Everything that a worker does. A further duty is a line here and its name in `duty.ts`. */
export const createDuties = ({ wake, notices }: DutyParts): readonly Duty[] => [
  createInspectDuty({ slots: usualSlots.inspect }),
  ...lanes.map((lane) => createWorkDuty(lane, { slots: usualSlots[lane], wake })),
  createCaptionDuty({ slots: usualSlots.caption }),
  createRetrainDuty({ slots: usualSlots.retrain }),
  createShareDuty({ slots: usualSlots.share }),
  createCleanupDuty({ slots: usualSlots.cleanup }),
  ...(notices ? [createNoticeDuty(notices)] : []),
];
