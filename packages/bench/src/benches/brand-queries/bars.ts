import type { MeasuredCase } from './measure/measured-case.ts';

const largestBuffersRatio = 3;
const largestTimeRatio = 3;
const leastJudgedMs = 1;
/** Pages for one row by its key. A question that finds nothing costs less than asking who asks, so less is not counted. */
const smallestFloor = 4;

/** How a case stands to its bars. */
export interface Verdict {
  /** Pages against the floor: first runs and settled ones, whichever is worse. */
  buffersRatio: number;
  /** Null where it takes less than a millisecond. */
  timeRatio: number | null;
  naiveBuffersRatio: number | null;
  naiveTimeRatio: number | null;
  /** Bad plans and wrong answers, a sentence each. */
  misses: string[];
  /** How many pages are too many, or null. */
  tooManyPages: string | null;
  /** What it only tells. */
  remarks: string[];
}

export interface JudgedCase {
  measured: MeasuredCase;
  verdict: Verdict;
}

/** Holds a case against the bars of the design. Times are told, and fail nothing: they depend on the machine's other work. */
export function judgeCase(measured: MeasuredCase): Verdict {
  const { floor, ours, settled, naive, planProblems, isSameAnswer } = measured;
  const toFloor = (buffers: number) => buffers / Math.max(floor.buffers, smallestFloor);
  const toFloorTime = (ms: number) => (ms > leastJudgedMs ? ms / floor.executionMs : null);
  const buffersRatio = toFloor(Math.max(ours.buffers, settled?.buffers ?? 0));
  const timeRatio = toFloorTime(ours.executionMs);

  const misses = planProblems.map((problem) => `the plan has a ${problem}`);
  if (!isSameAnswer) misses.push('policies and floor do not answer with the same rows');
  const remarks: string[] = [];
  if (timeRatio !== null && timeRatio > largestTimeRatio) {
    remarks.push(`${ours.executionMs.toFixed(1)} ms, where the floor is ${floor.executionMs.toFixed(1)}`);
  }
  return {
    buffersRatio,
    timeRatio,
    naiveBuffersRatio: naive && toFloor(naive.buffers),
    naiveTimeRatio: naive && toFloorTime(naive.executionMs),
    misses,
    tooManyPages: buffersRatio > largestBuffersRatio ? describePages(measured) : null,
    remarks,
  };
}

function describePages({ floor, ours, settled }: MeasuredCase): string {
  const isSettled = settled !== null && settled.buffers > ours.buffers;
  const pages = isSettled ? `${settled.buffers} pages once its plan has settled` : `${ours.buffers} pages`;
  return `${pages}, where the floor is ${floor.buffers}`;
}
