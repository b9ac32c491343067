import type { ProviderSimulators } from '@act/local-stack/testing';
import { poll } from '../../shared/poll.ts';
import type { OutputSource } from '../run.ts';

/** Where a fault can be, whatever the vendor calls it. */
export type FaultPlace = 'start' | 'status' | 'cancel' | 'run' | 'output';
type ProviderFault = Omit<Parameters<ProviderSimulators['faults']['add']>[0], 'on'>;

/** One vendor's simulator and its real adapter, as the shared suites see them. */
export interface ProviderWorld extends AsyncDisposable {
  readonly clock: ProviderSimulators['clock'];
  /** Makes something go wrong, once. */
  addFault(place: FaultPlace, fault: ProviderFault): void;
  /** Whether everything has gone wrong that was to. */
  isDoneFailing(): boolean;
  /** Runs that were accepted, of the kind that the suite is about: the number of paid submissions. */
  runs(): readonly { id: string; state: string }[];
  /** The bytes of an output, wherever it was put. */
  readOutput(source: OutputSource): Promise<Uint8Array>;
}

export interface WorldSettings {
  /** How the adapter reaches the simulator. */
  readonly fetch?: typeof globalThis.fetch;
  /** For one try of a request. */
  readonly timeoutMs?: number;
}

/** A signal that is given once the fault was met: the request that met it is on its way then, and not before. */
export function abortOnFault({ isDoneFailing }: Pick<ProviderWorld, 'isDoneFailing'>): AbortSignal {
  const stop = new AbortController();
  const look = async () => (isDoneFailing() ? true : null);
  void poll(look, { waitingFor: 'the fault', intervalMs: 5, timeoutMs: 20_000 }).then(
    () => stop.abort(),
    (error: unknown) => stop.abort(error),
  );
  return stop.signal;
}

/** Twenty minutes of a GPU in half a second, and a deadline of two hours in three. */
export const quickly = 2_400;
/** As fast as pictures are really painted, so that no simulated deadline passes meanwhile. */
export const briskly = 400;
/** Nothing happens by itself. */
export const standingStill = 0.001;

/** An answer that is a success by its status and nonsense by its body. */
export const garbage: typeof globalThis.fetch = () =>
  Promise.resolve(
    new Response('<html>Welcome to the hotel</html>', { headers: { 'content-type': 'text/html' } }),
  );
