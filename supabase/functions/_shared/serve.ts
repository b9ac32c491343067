import { createEdgeFunction, type EdgeFunctionName } from '@act/api/edge';
import { readOptions } from './load-setting.ts';

/** Answers as one of the functions. */
export function serve(name: EdgeFunctionName): void {
  const { fetch } = createEdgeFunction(name, readOptions());
  Deno.serve((request) => fetch(request));
}
