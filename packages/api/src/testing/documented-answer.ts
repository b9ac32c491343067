import { z } from 'zod';
import { errorSchema } from '../answers/error-answer.ts';
import type { ApiRoute } from '../routes/route.ts';

const contentSchema = z.record(z.string(), z.object({ schema: z.custom<z.ZodType>() }));
const responsesSchema = z.record(
  z.string(),
  z.object({ $ref: z.string().optional(), content: contentSchema.optional() }),
);
const refusal: z.output<typeof contentSchema> = { 'application/json': { schema: errorSchema } };

/** What is wrong with an answer, as its route describes it; null where nothing is. */
export async function contradiction(route: ApiRoute, answer: Response): Promise<string | null> {
  const described = responsesSchema.parse(route.config.responses)[answer.status];
  if (!described) return `${answer.status} is not described: ${await answer.text()}`;
  const content = described.$ref === undefined ? described.content : refusal;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? null;
  if (!content) return type === null ? null : `${answer.status} has a body of ${type}, and none is described`;
  const schema = content[type ?? '']?.schema;
  if (!schema) return `${answer.status} is ${type}, which is not described`;
  if (type !== 'application/json') {
    await answer.body?.cancel();
    return null;
  }
  const body: unknown = await answer.json();
  const result = schema.safeParse(body);
  return result.success ? null : `${answer.status}: ${result.error.message} in ${JSON.stringify(body)}`;
}
