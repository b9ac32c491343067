/** The interface as its callers have it: every route typed, from the document that it gives of itself. */

export type { components, operations, paths } from './client/api.types.ts';
export { type ApiClient, type ApiClientOptions, createApiClient } from './client/create-api-client.ts';
