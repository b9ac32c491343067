import type { Settings } from '../load-setting.ts';
import type { Output } from '../output/output.ts';

/** What a command is given: how to speak, what was set, and when to stop. */
export interface World {
  readonly settings: Settings;
  readonly output: Output;
  /** Ctrl-C, or whoever else asks this process to end. */
  readonly signal: AbortSignal;
  /** `--url`. */
  readonly url: string | undefined;
  /** `--brand`, or ACT_BRAND_ID. */
  readonly brand: string | undefined;
}
