import { createHash } from 'node:crypto';
import { connect, type TestStack } from '@act/local-stack/testing';

interface AddedModel {
  readonly brandId: string;
  readonly name: string;
  readonly version: number;
  readonly isLive: boolean;
  /** What its pictures are painted in. */
  readonly palette: readonly string[];
}

/** One that is there for whoever only wants to paint. */
export const signs: AddedModel = {
  brandId: 'creativetechnologists',
  name: 'signs',
  version: 1,
  isLive: true,
  palette: ['#1d3557', '#e63946', '#f1faee'],
};

/** Gives a brand a model that the simulated vendors can paint with, as if it had been trained. Answers what it is called. */
export async function addModel(stack: TestStack, model: AddedModel): Promise<string> {
  const { brandId, name, version, isLive } = model;
  const weights = writeWeights(model);
  const modelId = `${name}-v${version}`;
  const file = `${brandId}/${modelId}.safetensors`;
  const system = await stack.as({ system: brandId });
  const stored = await system.storage
    .from('models')
    .upload(file, new Blob([weights], { type: 'application/octet-stream' }));
  if (stored.error) throw stored.error;
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query<{ id: string }>(
    `insert into public.brand_models
       (brand_id, visibility, name, version, base_model, path, sha256, size_bytes, rank, trigger_word, provider)
     values ($1, 'brand', $2, $3, 'flux', $4, $5, $6, 1, $7, 'replicate') returning id`,
    [
      brandId,
      name,
      version,
      `models/${file}`,
      createHash('sha256').update(weights).digest('hex'),
      weights.byteLength,
      `${name}word`,
    ],
  );
  if (isLive) {
    await client.query(
      `insert into public.model_aliases (brand_id, name, alias, model_id, visibility) values ($1, $2, 'live', $3, 'brand')`,
      [brandId, name, rows[0]?.id],
    );
  }
  return modelId;
}

/** The smallest LoRA there is: one layer of one value each, and what the simulators read of it. */
function writeWeights({ name, palette, version }: AddedModel): Uint8Array<ArrayBuffer> {
  const layer = 'transformer.single_transformer_blocks.0.attn.to_q';
  const traits = { palette, mark: `V${version}`, triggerWord: `${name}word`, modelType: 'flux' };
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: 'pt', act_simulation: JSON.stringify(traits) },
      [`${layer}.lora_A.weight`]: { dtype: 'BF16', shape: [1, 1], data_offsets: [0, 2] },
      [`${layer}.lora_B.weight`]: { dtype: 'BF16', shape: [1, 1], data_offsets: [2, 4] },
    }),
  );
  const file = new Uint8Array(8 + header.byteLength + 4);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.byteLength), true);
  file.set(header, 8);
  return file;
}
