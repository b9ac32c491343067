/** The same interface as edge functions: one for each of the names that the founding document has for them. */

export type { ApiOptions } from '../api-options.ts';
export { createEdgeFunction } from './create-edge-function.ts';
export { type EdgeFunctionName, edgeFunctionNames } from './edge-functions.ts';
