import type { TestStack } from '@act/local-stack/testing';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import pg from 'pg';

/** Where the description is kept; generated, never edited. */
export const typesFile = new URL('../../packages/ai-models/src/database/database.types.ts', import.meta.url);

/** The schema as TypeScript, by the engine behind `supabase gen types`. */
export async function describeDatabase({ database }: TestStack): Promise<string> {
  const pool = new pg.Pool(database.superuser);
  try {
    const metadata = await introspect(pool, { includedSchemas: ['public'] });
    const types = await generateTypescript(sortGeneratorMetadata(metadata), { postgrestVersion: '13' });
    return `// Made from the migrations by \`pnpm --filter @act/schema generate:types\`.\n${types}`;
  } finally {
    await pool.end();
  }
}
