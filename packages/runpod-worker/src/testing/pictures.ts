import JSZip from 'jszip';

/** As large as it is said to be to whoever looks at its first bytes only. */
export const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200, 7)]);

export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Permissions and kind, as Unix has them. */
  readonly mode?: number;
}

/** A zip of these files, in this order. */
export async function zip(files: readonly ZipFile[], { packed = false } = {}): Promise<Buffer> {
  const archive = new JSZip();
  for (const { name, content, mode } of files) {
    archive.file(name, content, {
      createFolders: false,
      ...(mode !== undefined && { unixPermissions: mode }),
    });
  }
  const compression = packed ? 'DEFLATE' : 'STORE';
  return archive.generateAsync({ type: 'nodebuffer', compression, platform: 'UNIX' });
}

/** Three pictures; the second without a caption, that of the third in two lines. */
export const zipPictures = (): Promise<Buffer> =>
  zip([
    { name: 'a cup.png', content: png },
    { name: 'a cup.txt', content: 'a photo of user1' },
    { name: 'bag.jpg', content: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]) },
    { name: 'Box.PNG', content: png },
    { name: 'box.txt', content: 'user1 box,\n  on a table\n' },
    { name: '__MACOSX/._a cup.png', content: 'junk' },
  ]);
