import { z } from 'zod';

/** One server-sent event. */
export interface SeenEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const dataSchema = z.record(z.string(), z.unknown());

/** Reads a stream as a browser does; comments come as events without a name. */
export async function* readEvents(answer: Response): AsyncGenerator<SeenEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      const lines = text.slice(0, at).split('\n');
      text = text.slice(at + 2);
      const fieldOf = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
      const data = fieldOf('data');
      yield {
        event: fieldOf('event') ?? '',
        id: fieldOf('id'),
        data: data === null ? {} : dataSchema.parse(JSON.parse(data)),
      };
    }
  }
}

/** Reads until one event of this name came, and gives all up to it. */
export async function readUntil(
  events: AsyncGenerator<SeenEvent>,
  isLast: (event: SeenEvent) => boolean,
): Promise<SeenEvent[]> {
  const seen: SeenEvent[] = [];
  for (;;) {
    const { done, value } = await events.next();
    if (done) throw new Error(`The stream ended with ${JSON.stringify(seen)}.`);
    seen.push(value);
    if (isLast(value)) return seen;
  }
}
