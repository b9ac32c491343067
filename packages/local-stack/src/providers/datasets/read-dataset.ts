import { extname } from 'node:path';
import { z } from 'zod';
import { DatasetRefusedError } from './dataset-refused-error.ts';
import { type DownloadOptions, downloadArchive } from './download-archive.ts';
import { createPaletteCollector, toMark } from './palette.ts';
import { type ArchiveEntry, readEntries } from './read-entries.ts';

export const datasetSchema = z.object({
  imageCount: z.int(),
  /** Pictures with a `.txt` of the same stem. */
  captionCount: z.int(),
  /** Up to five dominant colours over all pictures as `#rrggbb`, the strongest first. */
  palette: z.array(z.string()),
  /** A sign that the palette stands for. */
  mark: z.string(),
});

/** What a trainer finds in its archive, and what a LoRA keeps of it. */
export type Dataset = z.infer<typeof datasetSchema>;

const imageTypes = ['.jpg', '.jpeg', '.png', '.webp'];

/**
 * Fetches a zip of pictures and captions and checks it as the flux trainer does. Throws a `DatasetRefusedError` with the
 * line that the trainer prints; nothing stays on the disk.
 */
export async function readDataset(url: string, options: DownloadOptions): Promise<Dataset> {
  await using archive = await downloadArchive(url, options);
  const colours = createPaletteCollector();
  const images: string[] = [];
  const captions = new Set<string>();
  for await (const entry of readEntries(archive.path)) {
    options.signal?.throwIfAborted();
    if (isCaption(entry)) captions.add(toStem(entry.name));
    if (!isImage(entry)) continue;
    images.push(entry.name);
    await addPicture(colours, entry);
  }
  if (images.length === 0)
    throw new DatasetRefusedError({ type: 'AssertionError', message: 'no images found in input_images' });
  const palette = colours.palette();
  return {
    imageCount: images.length,
    captionCount: images.filter((name) => captions.has(toStem(name))).length,
    palette,
    mark: toMark(palette),
  };
}

const isImage = ({ name }: ArchiveEntry) => imageTypes.includes(extname(name).toLowerCase());
const isCaption = ({ name }: ArchiveEntry) => extname(name) === '.txt';
const toStem = (name: string) => name.slice(0, -extname(name).length);

async function addPicture(
  colours: ReturnType<typeof createPaletteCollector>,
  { name, read }: ArchiveEntry,
): Promise<void> {
  const bytes = await read();
  await colours.add(bytes).catch((cause: unknown) => {
    const message = `cannot identify image file 'input_images/${name}'`;
    throw new DatasetRefusedError({ type: 'PIL.UnidentifiedImageError', message, cause });
  });
}
