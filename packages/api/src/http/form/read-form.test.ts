import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readForm } from './read-form.ts';

const options = { maximumBytes: 1_000_000, timeoutMs: 1_000 };

/** The same bytes in pieces of any size. */
function inPieces(request: Request, sizes: readonly number[]): Request {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const bytes = new Uint8Array(await request.arrayBuffer());
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      }
      controller.close();
    },
  });
  return new Request('http://api.test/', { method: 'POST', body, headers, duplex: 'half' });
}

async function readAll(request: Request) {
  const seen: [string, string | null, number[]][] = [];
  for await (const { name, fileName, content } of readForm(request, options)) {
    const bytes: number[] = [];
    for await (const piece of content) bytes.push(...piece);
    seen.push([name, fileName, bytes]);
  }
  return seen;
}

it('reads what the platform writes, however it is cut, with contents that look like delimiters', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .constantFrom('\r\n--', '\r\n----formdata', '\r\n\r\n', '--')
      .map((text) => new TextEncoder().encode(text)),
  );
  const part = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-zа-я ]{1,12}$/u), content);
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 4 }),
      async (parts, sizes) => {
        const form = new FormData();
        for (const [name, fileName, bytes] of parts) form.append(name, new File([bytes.slice()], fileName));
        const request = inPieces(new Request('http://api.test/', { method: 'POST', body: form }), sizes);
        expect(await readAll(request)).toEqual(
          parts.map(([name, fileName, bytes]) => [name, fileName, [...bytes]]),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it('passes over what its reader did not want', async () => {
  const form = new FormData();
  form.append('one', new File(['a'.repeat(10_000)], 'a.txt'));
  form.append('two', 'b');
  const names: string[] = [];
  for await (const { name } of readForm(
    new Request('http://api.test/', { method: 'POST', body: form }),
    options,
  )) {
    names.push(name);
  }
  expect(names).toEqual(['one', 'two']);
});
