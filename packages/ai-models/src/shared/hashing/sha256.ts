/** A hash that takes its input in pieces. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** In hexadecimal; the end. */
  digest(): string;
}

/** The runtime's own hash in Node and Deno; elsewhere one in JavaScript, for WebCrypto takes no pieces. */
export async function createSha256(): Promise<Sha256> {
  const native = createNativeSha256();
  if (native) return native;
  const { createPortableSha256 } = await import('./portable-sha256.ts');
  return createPortableSha256();
}

// Asked at run time: an import of `node:crypto` would be an error in a page's bundle.
function createNativeSha256(): Sha256 | null {
  const hash = globalThis.process?.getBuiltinModule?.('node:crypto')?.createHash('sha256');
  if (!hash) return null;
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}
