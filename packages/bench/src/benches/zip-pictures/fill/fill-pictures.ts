import { createHash } from 'node:crypto';
import { demoPeople, type TestStack } from '@act/local-stack/testing';
import sharp from 'sharp';
import { connect } from '../../../shared/connect.ts';
import type { Scale } from '../scale.ts';
import type { StoredPicture } from '../zip-task.ts';

export const brandId = 'creativetechnologists';

export interface FillPicturesOptions {
  scale: Scale;
  onProgress?: ((what: string) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Puts pictures into the brand's storage, as if they had been uploaded and inspected. */
export async function fillPictures(
  stack: TestStack,
  { scale, onProgress, signal }: FillPicturesOptions,
): Promise<StoredPicture[]> {
  onProgress?.(`${scale.pictures} pictures`);
  const noise = await makeNoisyPicture(scale.pictureBytes);
  const member = await stack.as('ctMember');
  const pictures: StoredPicture[] = [];
  for (let index = 0; index < scale.pictures; index += 1) {
    signal?.throwIfAborted();
    const bytes = differing(noise, index);
    const key = `${brandId}/picture-${String(index).padStart(4, '0')}.jpg`;
    const { error } = await member.storage
      .from('training-data')
      .upload(key, bytes, { contentType: 'image/jpeg' });
    if (error) throw error;
    pictures.push({ id: await addRow(stack, key, bytes), key, sizeBytes: bytes.byteLength });
  }
  return pictures;
}

/** Noise does not compress: a JPEG of it is as large as a photograph's of many more pixels. */
async function makeNoisyPicture(sizeBytes: number): Promise<Buffer> {
  const side = Math.round(Math.sqrt(sizeBytes / 0.77));
  const create = {
    width: side,
    height: side,
    channels: 3,
    background: '#808080',
    noise: { type: 'gaussian', sigma: 60 },
  } as const;
  return sharp({ create }).jpeg({ quality: 90 }).toBuffer();
}

/** The same pixels with another number behind them: another file, made in no time. */
function differing(picture: Buffer, index: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(index);
  return Buffer.concat([picture, number]);
}

async function addRow(stack: TestStack, key: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query<{ id: string }>(
    `insert into public.brand_assets
       (brand_id, user_id, name, file_url, status, content_type, size_bytes, width, height, sha256, perceptual_hash)
     values ($1, $2, 'picture', $3, 'ready', 'image/jpeg', $4, 2000, 2000, $5, left($5, 16))
     returning id`,
    [brandId, demoPeople.ctMember.id, `training-data/${key}`, bytes.byteLength, sha256],
  );
  return rows[0]?.id ?? '';
}

/** Takes back what a training left: its archive, and the job, of which a brand may have few at once. */
export async function forgetTrainings(stack: TestStack): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query('delete from public.lora_training_jobs');
  await client.query('delete from public.training_datasets');
  const { rows } = await client.query<{ name: string }>(
    `select name from storage.objects where bucket_id = 'archives'`,
  );
  if (rows.length === 0) return;
  const system = await stack.as({ system: brandId });
  const { error } = await system.storage.from('archives').remove(rows.map(({ name }) => name));
  if (error) throw error;
}
