const typesByExtension: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const types = new Set(Object.values(typesByExtension));

const extensionOf = (name: string) => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The type of a picture by what a file says of itself; null for everything else. */
export const pictureTypeOf = (name: string, claimed = ''): string | null =>
  types.has(claimed) ? claimed : (typesByExtension[extensionOf(name)] ?? null);

export const isZip = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  extensionOf(name) === 'zip' || type === 'application/zip' || type === 'application/x-zip-compressed';

/** What systems leave in folders and zips; nobody brought it, so nobody is told. */
export const isClutter = (path: string): boolean =>
  /(^|[/\\])(\.(?!\.?[/\\])|__MACOSX([/\\]|$)|Thumbs\.db$|desktop\.ini$)/i.test(path);

const beginnings: readonly (readonly [string, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/** The type of a picture by its first bytes, whatever it is called. */
export const readPictureType = (bytes: Uint8Array): string | null => {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  return beginnings.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};
