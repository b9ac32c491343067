/** One measured step of a training. */
export interface LossPoint {
  readonly step: number;
  readonly loss: number | null;
}
