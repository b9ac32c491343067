import { createHash } from 'node:crypto';
import { connect } from '../database/connection.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import type { LoraTraits } from '../providers/lora/lora-traits.ts';
import { writeLora } from '../providers/lora/write-lora.ts';
import { brandLook } from '../providers/paint/samples/brand-look.ts';
import type { DemoAccess } from './demo-access.ts';

const brandId = 'techstartup';
const path = `models/${brandId}/sd15-lora-v1.safetensors`;
const traits: LoraTraits = {
  palette: [...brandLook(brandId).palette],
  mark: 'TS',
  triggerWord: 'user70154823',
  modelType: 'sd15',
};

/** A model that was trained before this stack was there. Its row is written as the system's functions would have. */
export async function addDemoModel(access: DemoAccess, superuser: DatabaseAddress): Promise<void> {
  await using client = await connect(superuser);
  const known = await client.query('select from public.brand_models where path = $1', [path]);
  if (known.rowCount) return;
  const weights = await new Response(
    writeLora({ modelType: 'sd15', rank: 4, traits }).stream(),
  ).arrayBuffer();
  const system = await access.asSystemOf(brandId);
  const body = new Blob([weights], { type: 'application/octet-stream' });
  const stored = await system.storage.from('models').upload(path.slice('models/'.length), body);
  if (stored.error && !/already exists/i.test(stored.error.message)) throw stored.error;
  await client.query('begin');
  const { rows } = await client.query<{ id: string }>(
    `insert into public.brand_models
       (brand_id, visibility, name, version, base_model, path, sha256, size_bytes, rank, trigger_word, provider)
     values ($1, 'brand', 'sd15-lora', 1, 'sd15', $2, $3, $4, 4, $5, 'runpod') returning id`,
    [
      brandId,
      path,
      createHash('sha256').update(new Uint8Array(weights)).digest('hex'),
      weights.byteLength,
      traits.triggerWord,
    ],
  );
  await client.query(
    `insert into private.model_counters (brand_id, owner_scope, name, last_version) values ($1, '', 'sd15-lora', 1)`,
    [brandId],
  );
  await client.query(
    `insert into public.model_aliases (brand_id, name, alias, model_id, visibility) values ($1, 'sd15-lora', 'live', $2, 'brand')`,
    [brandId, rows[0]?.id],
  );
  await client.query('commit');
}
