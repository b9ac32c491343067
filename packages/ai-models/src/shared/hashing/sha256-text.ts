/** The SHA-256 of a text, in hexadecimal. */
export const sha256Of = (text: string): Promise<string> => sha256OfBytes(new TextEncoder().encode(text));

/** The SHA-256 of bytes that are held anyway, in hexadecimal. */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
