import { createHash } from 'node:crypto';

/**
 * A client in a process of its own, so that a test can measure the service alone: `transfer.ts up|down <url> <headers
 * as JSON> <bytes>`. Prints the hash of what it sent or received.
 */
const [direction, url = '', headers = '{}', size = '0'] = process.argv.slice(2);
const sizeBytes = Number(size);
const chunkBytes = 1024 * 1024;
const hash = createHash('md5');

/** Each megabyte different from the last, and made only when it is sent. */
function createSource(): ReadableStream {
  let sent = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const chunk = new Uint8Array(Math.min(chunkBytes, sizeBytes - sent)).fill(sent / chunkBytes);
        sent += chunk.byteLength;
        hash.update(chunk);
        controller.enqueue(chunk);
        if (sent === sizeBytes) controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}

const body = direction === 'up' ? { method: 'POST', body: createSource(), duplex: 'half' as const } : {};
const response = await fetch(url, { headers: JSON.parse(headers), ...body });
if (!response.ok) throw new Error(await response.text());
for await (const chunk of response.body ?? []) if (direction === 'down') hash.update(chunk);
console.log(hash.digest('hex'));
