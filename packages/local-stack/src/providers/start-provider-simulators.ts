import { createControlApp } from './control/control-app.ts';
import { fromReplicate, fromRunpod, type SimulatedRun } from './control/simulated-run.ts';
import type { Fault } from './faults/fault.ts';
import { createFaultBoard, type FaultBoard } from './faults/fault-board.ts';
import { type Memory, noMemory } from './memory/memory.ts';
import { type AccountOptions, createToken } from './replicate/accounts/accounts.ts';
import {
  createReplicateSimulator,
  type ReplicateSimulator,
  type ReplicateSimulatorOptions,
} from './replicate/replicate-simulator.ts';
import {
  createRunpodSimulator,
  type RunpodSimulator,
  type RunpodSimulatorOptions,
} from './runpod/runpod-simulator.ts';
import { createFetchInProcess } from './serving/fetch-in-process.ts';
import { serveOnLoopback } from './serving/serve-on-loopback.ts';
import { createLastingClock } from './time/lasting-clock.ts';
import type { SimulatedClock } from './time/simulated-clock.ts';
import { usualSpeed } from './time/usual-speed.ts';

export interface StartProviderSimulatorsOptions {
  /**
   * How many times faster than the wall simulated work goes. Default 40; of no meaning beside `clock`. A vendor keeps results
   * for an hour of its own time: at 400 they have to be fetched within nine seconds.
   */
  speed?: number;
  /** A clock of the test's own, such as one that is advanced by hand. */
  clock?: SimulatedClock;
  /** The simulators' settings, and who may use them. Default: one account made by chance. */
  replicate?: Partial<Pick<ReplicateSimulatorOptions, 'accounts' | 'rateLimits' | 'weightsBytes'>>;
  /** The same of RunPod. Default: one endpoint, `act-worker`, with a key made by chance. */
  runpod?: Partial<Pick<RunpodSimulatorOptions, 'endpoints' | 'rateLimits' | 'weightsBytes'>>;
  /** How the simulators reach what they are pointed at. Default: the system's `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Faults to begin with. */
  faults?: readonly Fault[];
  /** Open a port of this machine. Default true; without one, only `fetch` of the result reaches the simulators. */
  listen?: boolean;
  /** Default 0: any that is free. */
  port?: number;
  /** What they were at before, and will be at after them. Default: nothing outlives them. */
  memory?: Memory;
}

export interface ProviderSimulators extends AsyncDisposable {
  /** Where both are, and the control interface under `/_simulator`. */
  url: string;
  replicate: {
    /** For the `baseUrl` of a client: `…/v1`. */
    url: string;
    token: string;
    username: string;
    webhookSecret: string;
    simulator: ReplicateSimulator;
  };
  runpod: {
    /** Up to the endpoint's id: `…/v2`. */
    url: string;
    apiKey: string;
    endpointId: string;
    simulator: RunpodSimulator;
  };
  faults: FaultBoard;
  clock: SimulatedClock;
  /** Every run that was accepted, of both. */
  runs(): SimulatedRun[];
  /** Reaches the simulators without a socket, and whatever else `options.fetch` reaches. */
  fetch: typeof globalThis.fetch;
}

/** The address of simulators that do not listen: no other program has it. */
const inProcessUrl = 'http://providers.localhost';

/** Starts the providers' simulators on one clock and one fault board. Close them with `await using`. */
export async function startProviderSimulators(
  options: StartProviderSimulatorsOptions = {},
): Promise<ProviderSimulators> {
  const {
    speed = usualSpeed,
    memory = noMemory,
    clock = createLastingClock(speed, memory),
    fetch = globalThis.fetch,
    listen = true,
  } = options;
  await using cleanup = new AsyncDisposableStack();
  if (!options.clock) cleanup.defer(() => clock.stop());
  const faults = createFaultBoard(options.faults);
  const where = { url: inProcessUrl };
  const reach = createFetchInProcess({
    origin: () => where.url,
    answer: (request) => answer(request),
    otherwise: fetch,
  });

  const replicate = cleanup.use(
    createReplicateSimulator({
      accounts: [demoAccount()],
      ...options.replicate,
      clock,
      faults,
      memory,
      fetch: reach,
      url: () => `${where.url}/replicate`,
    }),
  );
  const runpod = cleanup.use(
    createRunpodSimulator({
      endpoints: [{ id: 'act-worker' }],
      ...options.runpod,
      clock,
      faults,
      memory,
      fetch: reach,
      url: () => `${where.url}/runpod`,
    }),
  );
  const runs = () => [...replicate.runs().map(fromReplicate), ...runpod.runs().map(fromRunpod)];
  const control = createControlApp({
    clock,
    faults,
    runs,
    deliveries: () => [...replicate.deliveries(), ...runpod.deliveries()],
    loraFetches: () => [...replicate.loraFetches(), ...runpod.loraFetches()],
  });
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (isUnder(pathname, '/replicate')) return replicate.fetch(request);
    if (isUnder(pathname, '/runpod')) return runpod.fetch(request);
    const response = await control.fetch(request);
    response.headers.set('x-act-simulation', '1');
    return response;
  };
  if (listen) {
    const served = cleanup.use(await serveOnLoopback({ fetch: answer, port: options.port ?? 0 }));
    where.url = `http://127.0.0.1:${served.port}`;
  }

  const [account] = replicate.accounts;
  const [endpoint] = runpod.endpoints;
  if (!account || !endpoint) throw new TypeError('A simulator without an account lets nobody in.');
  const { token, username, webhookSecret } = account;
  const owned = cleanup.move();
  return {
    url: where.url,
    replicate: { url: `${where.url}/replicate/v1`, token, username, webhookSecret, simulator: replicate },
    runpod: {
      url: `${where.url}/runpod/v2`,
      apiKey: endpoint.apiKey,
      endpointId: endpoint.id,
      simulator: runpod,
    },
    faults,
    clock,
    runs,
    fetch: reach,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

const demoAccount = (): AccountOptions => ({ token: createToken(), username: 'act-demo' });

const isUnder = (path: string, base: string) => path === base || path.startsWith(`${base}/`);
