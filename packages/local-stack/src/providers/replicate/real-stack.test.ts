import Replicate from 'replicate';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { startStack } from '../../testing/start-stack.ts';
import { writeLora } from '../lora/write-lora.ts';
import { startProviderSimulators } from '../start-provider-simulators.ts';
import { trainerVersions } from './models/known-models.ts';
import { zipPictures } from './testing/use-replicate.ts';

const brand = 'creativetechnologists';

it('trains and paints from signed addresses of a real stack, by the wall’s clock', async () => {
  await using stack = await startStack({ listen: true });
  await using simulators = await startProviderSimulators({ speed: 400 });
  const { url: baseUrl, token: auth, username } = simulators.replicate;
  const client = new Replicate({ auth, baseUrl, useFileOutput: false });
  const member = await stack.as({ system: brand });
  const sign = async (bucket: string, key: string, bytes: Uint8Array, contentType: string) => {
    const files = member.storage.from(bucket);
    expect((await files.upload(key, bytes, { contentType })).error).toBeNull();
    return (await files.createSignedUrl(key, 600)).data?.signedUrl ?? '';
  };

  const zip = await zipPictures({ colour: '#00a060', count: 4, captioned: false });
  const input_images = await sign('archives', `${brand}/jobs/a.zip`, zip, 'application/zip');
  await client.models.create(username, 'brand', { visibility: 'private', hardware: 'gpu-t4' });
  const training = await client.trainings.create(
    'ostris',
    'flux-dev-lora-trainer',
    trainerVersions[0] ?? '',
    {
      destination: `${username}/brand`,
      input: { input_images, steps: 200 },
    },
  );
  const states = new Set<string>();
  await expect
    .poll(
      async () => {
        const { status, error } = await client.trainings.get(training.id);
        states.add(status);
        return error ?? status;
      },
      { interval: 5, timeout: 20_000 },
    )
    .toBe('succeeded');
  expect([...states]).toContain('processing');

  const traits = { palette: ['#00a060'], mark: 'CT', triggerWord: 'TOK', modelType: 'flux' as const };
  const lora = writeLora({ modelType: 'flux', rank: 4, sizeBytes: 100_000, traits });
  const bytes = new Uint8Array(await new Response(lora.stream()).arrayBuffer());
  const lora_weights = await sign('models', `${brand}/m-v1.safetensors`, bytes, 'application/octet-stream');
  const output = await client.run('black-forest-labs/flux-dev-lora', {
    input: { prompt: 'TOK', lora_weights, megapixels: '0.25' },
    wait: { mode: 'poll', interval: 20 },
  });
  const picture = await fetch(String(Object.values(output)[0]));
  expect(await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).toMatchObject({
    width: 512,
    height: 512,
  });
});
