import { expect, it } from 'vitest';
import type { LoraTraits } from './lora-traits.ts';
import { NotALoraError } from './not-a-lora-error.ts';
import { readLoraTraits } from './read-lora.ts';
import { writeLora } from './write-lora.ts';

const traits: LoraTraits = { palette: ['#0f62fe'], mark: 'KOR', triggerWord: 'user1', modelType: 'flux' };

const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream();

/** A file with these tensors and metadata, and no data: only its header is looked at. */
function headerFile(header: unknown): ReadableStream<Uint8Array> {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.byteLength));
  return streamOf(Buffer.concat([length, text]));
}
const tensor = (...shape: number[]) => ({ dtype: 'F16', shape, data_offsets: [0, 0] });

it.each(['flux', 'sdxl', 'sd15'] as const)('reads back what was written into %s', async (modelType) => {
  const lora = writeLora({ modelType, rank: 4, traits: { ...traits, modelType }, sizeBytes: 1 });
  expect(await readLoraTraits(lora.stream())).toEqual({ ...traits, modelType });
});

it('leaves the rest of a large file unread', async () => {
  const { stream } = writeLora({ modelType: 'flux', rank: 128, traits });
  let received = 0;
  let cancelled = false;
  const reader = stream().getReader();
  const counted = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await reader.read();
        received += value?.byteLength ?? 0;
        if (value) controller.enqueue(value);
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );

  await readLoraTraits(counted);
  expect(received).toBeLessThan(1_000_000);
  expect(cancelled).toBe(true);
});

it.each([
  ['lora_unet_double_blocks_0_img_attn_proj.lora_down.weight', [4, 3072], 'flux'],
  ['diffusion_model.single_blocks.0.linear1.lora_A.weight', [4, 3072], 'flux'],
  ['unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight', [4, 2048], 'sdxl'],
  ['lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight', [4, 768], 'sd15'],
] as const)(
  'knows a foreign LoRA by %s and gives it a palette of its own',
  async (name, shape, modelType) => {
    const file = () => headerFile({ [name]: tensor(...shape) });
    const found = await readLoraTraits(file());
    expect(found).toMatchObject({ modelType, triggerWord: '' });
    expect(found.palette.length).toBeGreaterThan(1);
    expect(await readLoraTraits(file())).toEqual(found);
  },
);

it('does not believe a base model that the tensors contradict', async () => {
  const file = headerFile({
    __metadata__: { act_simulation: JSON.stringify(traits) },
    'lora_te2_text_model_encoder_layers_0_mlp_fc1.lora_down.weight': tensor(4, 1280),
  });
  expect(await readLoraTraits(file)).toMatchObject({ mark: 'KOR', modelType: 'sdxl' });
});

it.each([
  ['an empty file', streamOf(new Uint8Array())],
  ['a page of HTML', streamOf(Buffer.from('<!doctype html><title>Not found</title>'))],
  ['a tar', streamOf(Buffer.alloc(1024))],
  ['a header that is cut off', streamOf(Buffer.from([255, 0, 0, 0, 0, 0, 0, 0, 123]))],
  ['a checkpoint', headerFile({ 'model.diffusion_model.out.2.weight': tensor(4, 320, 3, 3) })],
  ['a LoRA of SD 2', headerFile({ 'lora_unet_x_attn2_to_k.lora_down.weight': tensor(4, 1024) })],
  ['a list', headerFile([])],
])('refuses %s', async (_name, stream) => {
  await expect(readLoraTraits(stream)).rejects.toSatisfy(NotALoraError.isInstance);
});
