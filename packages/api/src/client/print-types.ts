import openapiTypes, { astToString } from 'openapi-typescript';
import type { ApiDocument } from '../openapi/api-document.ts';

/** The types of the client, as they stand in `api.types.ts`. */
export async function printTypes(document: ApiDocument): Promise<string> {
  const types = await openapiTypes(JSON.stringify(document), { alphabetize: true });
  return `${head}\n${astToString(types)}`;
}

const head = [
  '// Written by `pnpm --filter @act/api generate:client` from the document. Not to be edited.',
  ...['format', 'lint', 'assist'].map((what) => `// biome-ignore-all ${what}: as it was generated`),
  '',
].join('\n');
