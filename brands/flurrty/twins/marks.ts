/** The marks on the way to a twin, in per cent: photos handed over, learning begun, and every ten of it. */
export const marks = [20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
type Mark = (typeof marks)[number];

/** The last mark that was reached; 0 before the first. */
export const reachedMark = (progress: number): Mark | 0 => marks.findLast((mark) => mark <= progress) ?? 0;
