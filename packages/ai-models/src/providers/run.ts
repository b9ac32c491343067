import type { ProviderError } from '../errors/index.ts';
import type { Stoppable } from '../shared/stoppable.ts';

/** As stored in `lora_training_jobs.provider`; never renamed once released. */
export type ProviderId = 'replicate' | 'runpod';

/** A run at a provider, as another process can pick it up. */
export interface RunHandle {
  /** The vendor's own id, opaque to everybody else. */
  readonly providerJobId: string;
}

/**
 * What became of one paid request. `unknown` means it may be running: the caller does what the provider's
 * `afterUnknown` says, and nothing else.
 */
export type StartOutcome =
  | {
      readonly outcome: 'accepted';
      /** The run that was started. */
      readonly handle: RunHandle;
      /** With which version of its program the provider trains, where it says so. */
      readonly trainerVersion?: string;
    }
  | {
      /** `refused` has cost nothing. */
      readonly outcome: 'refused' | 'unknown';
      /** Why it was not accepted, or why nobody knows. */
      readonly error: ProviderError;
    };

/**
 * After an unknown outcome. `look`: find the run by its key, never send again. `sendAgain`: the run claims a lock
 * before it costs anything, so that a second one ends at once.
 */
export type AfterUnknown = 'look' | 'sendAgain';

/** Addresses in our own storage to which a trainer or painter of ours delivers. */
export interface Delivery {
  /** Takes one upload and refuses a second: the run that wrote its id here is the one that counts. */
  readonly lockUrl: string;
  /** One for each file that is expected: the weights, or the pictures in order. */
  readonly uploadUrls: readonly string[];
}

/** Where an output lies: at the provider, or where `Delivery` let it be put. */
export type OutputSource =
  | {
      readonly from: 'provider';
      /** For `openOutput`. */
      readonly url: string;
    }
  | {
      readonly from: 'delivery';
      /** Its place among the `uploadUrls`, from 0. */
      readonly index: number;
    };

/** What every kind of provider shares. */
export interface OutputProvider {
  /** As rows name it. */
  readonly id: ProviderId;
  /** What the caller does after an unknown outcome. */
  readonly afterUnknown: AfterUnknown;
  /** `to storage`: start calls need a `delivery`. */
  readonly delivers: 'from provider' | 'to storage';
  /** Opens an address from this provider's own answer, after checking its host; credentials only where they belong. */
  openOutput(url: string, options?: Stoppable): Promise<Response>;
}
