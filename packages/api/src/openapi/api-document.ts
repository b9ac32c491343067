/** An OpenAPI 3.1 document. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  /** Every route, by path and method. */
  readonly paths?: unknown;
  readonly components?: unknown;
}
