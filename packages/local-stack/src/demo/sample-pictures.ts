import type { DemoPerson } from '../database/demo-people.ts';
import { paintSamplePicture } from '../providers/paint/paint-sample.ts';
import type { DemoAccess } from './demo-access.ts';

/** As many as give good results for a product, and four for somebody to leave out. */
const count = 24;

const subjects = ['logo', 'product', 'poster', 'shop', 'packaging', 'pattern'];

/** Uploads sample pictures as a member would; they wait to be inspected like anybody's. */
export async function addSamplePictures(
  access: DemoAccess,
  { brandId, person }: { brandId: string; person: DemoPerson },
): Promise<void> {
  const member = await access.as(person);
  const known = await member.from('brand_assets').select('name').eq('brand_id', brandId);
  if (known.error) throw known.error;
  const names = new Set(known.data.map(({ name }) => name));
  for (let index = 0; index < count; index += 1) {
    const name = `sample-${String(index + 1).padStart(3, '0')}.jpg`;
    if (names.has(name)) continue;
    const key = `${brandId}/${name}`;
    const bytes = await paintSamplePicture({ brandId, index, width: 1280, height: 960 });
    const body = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
    const stored = await member.storage.from('training-data').upload(key, body);
    // From a start that was broken off before the row was written.
    if (stored.error && !/already exists/i.test(stored.error.message)) throw stored.error;
    const { error } = await member.from('brand_assets').insert({
      brand_id: brandId,
      name,
      file_url: `training-data/${key}`,
      training_caption: `photo of [brand] ${subjects[index % subjects.length]}`,
    });
    if (error) throw error;
  }
}
