import type { PickedFile } from './picked-file.ts';
import { isClutter } from './picture-type.ts';

interface EntryLimits {
  readonly maximumFiles: number;
  readonly maximumDepth: number;
}

const entryLimits: EntryLimits = { maximumFiles: 5000, maximumDepth: 16 };

interface FoundFiles {
  readonly picked: readonly PickedFile[];
  /** There was more than anybody brings on purpose, such as a whole disk. */
  readonly isCut: boolean;
}

/** The files in what was dropped, folders and their folders included. */
export async function readEntries(
  entries: readonly FileSystemEntry[],
  limits: EntryLimits = entryLimits,
): Promise<FoundFiles> {
  const picked: PickedFile[] = [];
  let isCut = false;
  const visit = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    if (isClutter(entry.name) && depth > 0) return;
    if (picked.length >= limits.maximumFiles || depth > limits.maximumDepth) {
      isCut = true;
    } else if (isFileEntry(entry)) {
      picked.push({ file: await openFile(entry), path: entry.fullPath.replace(/^\//, '') });
    } else if (isFolderEntry(entry)) {
      for await (const child of childrenOf(entry)) {
        await visit(child, depth + 1);
        if (isCut) return;
      }
    }
  };
  for (const entry of entries) await visit(entry, 0);
  return { picked, isCut };
}

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const openFile = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A folder gives its entries in portions, and an empty one at the end. */
async function* childrenOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  while (true) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return;
    yield* portion;
  }
}
