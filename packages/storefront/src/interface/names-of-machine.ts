const names = ['localhost', '127.0.0.1', '[::1]'];

/** The origins under which whoever sits at this machine finds it as well; none for a storefront that lies elsewhere. */
export function namesOfMachine(publicUrl: string): readonly string[] {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (!names.includes(hostname)) return [];
  const others = names.filter((name) => name !== hostname);
  return others.map((name) => new URL(`${protocol}//${name}:${port}`).origin);
}
