import type { StoredPicture, ZipTask } from '../zip-task.ts';

/** Opens a picture in storage. */
export async function openPicture(
  { url, publishableKey, token }: ZipTask,
  { key }: StoredPicture,
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(`${url}/storage/v1/object/authenticated/training-data/${key}`, {
    headers: { apikey: publishableKey, authorization: `Bearer ${token}` },
  });
  if (!response.ok || !response.body) throw new Error(`Storage answered ${response.status} for ${key}.`);
  return response.body;
}

/** Reads a picture whole. */
export const readPicture = async (task: ZipTask, picture: StoredPicture): Promise<Uint8Array> =>
  new Uint8Array(await new Response(await openPicture(task, picture)).arrayBuffer());

/** As a trainer wants it called. */
export const entryName = (index: number): string => `${String(index + 1).padStart(4, '0')}.jpg`;

/** Takes a zip and keeps nothing of it. */
export async function drain(zip: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of zip) bytes += chunk.byteLength;
  return bytes;
}
