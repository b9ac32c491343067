import { z } from 'zod';
import type { AiModelsError } from '../errors/index.ts';

/** No code of PostgreSQL or PostgREST begins so. */
const ownCode = /^ACT:(\d+)$/;
const held = new Map<number, AiModelsError>();
const maximumHeld = 100;
let count = 0;

const answerSchema = z.object({ code: z.string() });

/** An error of ours as an answer of the database, which supabase-js hands on: it has no way for errors. */
export function toAnswer(error: AiModelsError): Response {
  count += 1;
  held.set(count, error);
  const [oldest] = held.keys();
  if (oldest !== undefined && held.size > maximumHeld) held.delete(oldest);
  return Response.json({ code: `ACT:${count}`, message: error.message }, { status: 502 });
}

/** The error that an answer stands for; null where it is the database's own. */
export function fromAnswer(answer: unknown): AiModelsError | null {
  const code = answerSchema.safeParse(answer).data?.code ?? '';
  const number = Number(ownCode.exec(code)?.[1] ?? 0);
  const error = held.get(number) ?? null;
  held.delete(number);
  return error;
}
