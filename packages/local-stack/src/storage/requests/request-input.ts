import type { z } from 'zod';
import { refusals } from '../errors/refusals.ts';

const maxBytes = 4 * 1024 * 1024;

/** Reads and checks a JSON body; a missing one counts as empty. */
export async function readJson<Output>(request: Request, schema: z.ZodType<Output>): Promise<Output> {
  const text = await readText(request);
  const parsed = schema.safeParse(parseJson(text.trim() === '' ? '{}' : text));
  if (parsed.success) return parsed.data;
  throw refusals.invalidRequest(describeIssues('body', parsed.error));
}

export function readQuery<Output>(request: Request, schema: z.ZodType<Output>): Output {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  throw refusals.invalidRequest(describeIssues('querystring', parsed.error));
}

async function readText({ body }: Request): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw refusals.tooLarge('body');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidRequest("Body is not valid JSON but content-type is set to 'application/json'");
  }
}

function describeIssues(place: string, { issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${[place, ...path.map(String)].join('/')} ${message}`).join(', ');
}
