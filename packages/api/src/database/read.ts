import { toDatabaseError } from '@act/ai-models/schemas';
import type { z } from 'zod';

/** What a query of supabase-js gives. */
interface QueryAnswer {
  readonly data: unknown;
  readonly error: unknown;
  readonly status: number;
}

/** The rows of a query in the form that is expected. @throws AiModelsError */
export async function read<Schema extends z.ZodType>(
  query: PromiseLike<QueryAnswer>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { data, error, status } = await query;
  if (error) throw toDatabaseError(error, status);
  return schema.parse(data);
}
