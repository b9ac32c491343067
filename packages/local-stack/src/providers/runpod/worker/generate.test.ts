import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { useRunpod } from '../testing/use-runpod.ts';
import { generationOutputSchema } from '../worker-contract.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a generation', () => {
  it('paints with its LoRAs, and delivers to the addresses in order', async () => {
    using world = useRunpod();
    const blue = world.publishLora('sdxl', ['#1f6feb', '#0b2545']);
    const input = world.generationInput({ loras: [{ url: blue, scale: 1 }], output_format: 'webp' });
    const job = await world.finish(input);
    const { images } = generationOutputSchema.parse(job?.output);
    expect(images.map(({ index, seed }) => [index, seed])).toEqual([
      [0, 7],
      [1, 8],
    ]);
    for (const { index, sha256, bytes } of images) {
      const file = world.uploaded(input.upload_urls[index] ?? '');
      expect(file?.contentType).toBe('application/octet-stream');
      expect({ sha256, bytes }).toEqual({
        sha256: hashOf(file?.bytes ?? Buffer.of()),
        bytes: file?.bytes.byteLength,
      });
      expect(await sharp(file?.bytes).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });
      const { channels } = await sharp(file?.bytes).stats();
      expect(channels[2]?.mean).toBeGreaterThan(channels[0]?.mean ?? 0);
    }
  });

  it('fetches a LoRA once for each address', async () => {
    using world = useRunpod();
    const url = world.publishLora('sdxl');
    for (let index = 0; index < 2; index++) {
      await world.finish(world.generationInput({ loras: [{ url, scale: 1 }] }));
    }
    expect(world.simulator.loraFetches()).toEqual([{ url, count: 1 }]);
  });

  it('leaves out what the safety filter takes', async () => {
    using world = useRunpod();
    world.fail({ on: 'runpod.generations.run', kind: 'filter-images', count: 1 });
    const { images } = generationOutputSchema.parse((await world.finish(world.generationInput()))?.output);
    expect(images.map(({ index }) => index)).toEqual([1]);
  });
});
