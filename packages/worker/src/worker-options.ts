import type { Logger, SystemSigner } from '@act/ai-models';
import type { Provider } from '@act/ai-models/providers';
import type { Duty, DutyName } from './duties/duty.ts';
import type { NoticeSettings } from './notices/notice-settings.ts';

export interface WorkerOptions {
  /** The project: its address and the key that browsers may know. */
  readonly supabase: { readonly url: string; readonly publishableKey: string };
  /** Makes the tokens with which the worker speaks for one brand at a time. */
  readonly signer: SystemSigner;
  /** The project's database as `act_worker`, directly or through a pooler in session mode: it listens. */
  readonly databaseUrl: string;
  /** Who trains, paints and describes. */
  readonly providers: readonly Provider[];
  /** Where providers can ring, up to the provider's name. */
  readonly webhookUrl?: string;
  /** As leases and logs name this process. Default: made of the machine's name. */
  readonly name?: string;
  /** Pieces at once in this process, by duty. Default: as each duty says. */
  readonly slots?: Partial<Readonly<Record<DutyName, number>>>;
  /** Calls in flight to one provider, of this process. Default 8. */
  readonly providerCallsAtOnce?: number;
  /** Between two looks at a run. Default 5,000. */
  readonly pollIntervalMs?: number;
  /** How long pieces in hand may go on once the worker was asked to stop. Default 25,000. */
  readonly graceMs?: number;
  /** Where it says how it is. Default: nowhere. */
  readonly health?: HealthOptions | null;
  readonly logger?: Logger;
  /** How notices leave. Default: not by this process. */
  readonly notices?: NoticeSettings | null;
  /** What it does. Default: everything. */
  readonly duties?: readonly Duty[];
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => Date;
  readonly random?: () => number;
  /** Ends a start that waits for a database which is not there. */
  readonly signal?: AbortSignal;
}

export interface HealthOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Who may read `/metrics`: whoever knows this. Without one, nobody. */
  readonly metricsToken?: string | null;
}

/** A worker that works. */
export interface Worker {
  readonly name: string;
  /** Where it says how it is; null where it does not. */
  readonly healthUrl: string | null;
  /** Takes nothing new, lets what is in hand go on for the time of grace, gives back the rest. */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
}
