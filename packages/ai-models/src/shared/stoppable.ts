/** A call that can be stopped. */
export interface Stoppable {
  /** Ends the call with `aborted`. Default: nothing does. */
  readonly signal?: AbortSignal | undefined;
}
