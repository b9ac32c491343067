import type { ApiWorld } from '../api-world.ts';
import type { Caller } from '../session/caller.ts';
import type { toRouteConfig } from './route-config.ts';

/** A request, checked as far as that can be done without knowing the route. */
export interface RawCall {
  readonly request: Request;
  readonly requestId: string;
  readonly world: ApiWorld;
  readonly params: unknown;
  readonly query: unknown;
  /** Parsed JSON; undefined where the route takes none. */
  readonly body: unknown;
}

/** One route of the interface, as it is mounted, listed and tried. */
export interface ApiRoute {
  readonly config: ReturnType<typeof toRouteConfig>;
  /** `open`: without a session. */
  readonly access: 'person' | 'open';
  /** Costs money: counted more strictly, and it takes an `Idempotency-Key`. */
  readonly isCostly: boolean;
  /** What the body is: `whole` is read by the route itself. */
  readonly body: 'json' | 'whole' | 'none';
  /** Polled: answered with a tag, and with 304 where the caller has it. */
  readonly isTagged: boolean;
  answer(call: RawCall, caller: Caller | null): Promise<Response>;
}
