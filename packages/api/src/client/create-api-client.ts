import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api.types.ts';

export interface ApiClientOptions {
  /** Where the interface is, such as `/api` in a storefront's own pages. */
  readonly baseUrl: string;
  /** The session's token; null where nobody is signed in. Left out where the cookie comes along by itself. */
  readonly accessToken?: () => string | null | Promise<string | null>;
  /** The brand that is meant, where a person has several. */
  readonly brandId?: () => string | null;
  readonly fetch?: (request: Request) => Promise<Response>;
}

export type ApiClient = Client<paths>;

/** Calls the interface; paths, inputs and answers are typed. */
export function createApiClient({ baseUrl, accessToken, brandId, fetch }: ApiClientOptions): ApiClient {
  const client = createClient<paths>({ baseUrl, credentials: 'include', ...(fetch && { fetch }) });
  const introduce: Middleware = {
    onRequest: async ({ request }) => {
      const token = await accessToken?.();
      if (token) request.headers.set('Authorization', `Bearer ${token}`);
      const brand = brandId?.();
      if (brand) request.headers.set('X-Brand-Id', brand);
      return request;
    },
  };
  client.use(introduce);
  return client;
}
