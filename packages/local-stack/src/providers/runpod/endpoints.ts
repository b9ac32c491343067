import { randomBytes } from 'node:crypto';
import { problems } from './api-problem.ts';

export interface EndpointOptions {
  /** As in the address, such as `act-worker`. */
  id: string;
  /** Begins with `rpa_`. Default: one made by chance. */
  apiKey?: string;
  /** How many runs go on at once. Default 3. */
  maxWorkers?: number;
}

/** A queue with workers of our image behind it. */
export type Endpoint = Readonly<Required<EndpointOptions>>;

const createApiKey = (): string => `rpa_${randomBytes(24).toString('hex').toUpperCase()}`;

export function createEndpoints(options: readonly EndpointOptions[]) {
  const all = options.map(
    ({ apiKey = createApiKey(), maxWorkers = 3, id }): Endpoint => ({ id, apiKey, maxWorkers }),
  );
  return {
    all,
    /** Throws the 401 or 404. The documents show the bare key beside the usual form. */
    authorize(id: string, authorization: string | undefined): Endpoint {
      const key = authorization?.replace(/^Bearer /, '');
      if (!all.some(({ apiKey }) => apiKey === key)) throw problems.unauthorized();
      const endpoint = all.find((one) => one.id === id && one.apiKey === key);
      if (!endpoint) throw problems.endpointNotFound();
      return endpoint;
    },
  };
}

export type Endpoints = ReturnType<typeof createEndpoints>;
