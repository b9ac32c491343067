import { describe, expect, it } from 'vitest';
import { sampleGenerationCall, sampleTrainingCall } from '../testing/sample-calls.ts';
import { createReplicateProvider } from './replicate-provider.ts';

const version = '632231d0d49d34d5c4633bd838aee3d81d936e59a886fbf28524702003b4c532';
const loopback = 'http://127.0.0.1:54321/storage/v1/object/sign';
const doorbell = 'http://127.0.0.1:3000/api/webhooks/replicate/abc';

/** Replicate's own address, played here: what was sent to it. */
function playVendor() {
  const sent: { route: string; body: string }[] = [];
  const answers: Record<string, object> = {
    'GET /account': { username: 'act' },
    'POST /files': { id: 'f1', urls: { get: 'https://api.replicate.com/v1/files/f1' } },
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    expect(url.origin).toBe('https://api.replicate.com');
    const route = `${init?.method} ${url.pathname.replace('/v1', '')}`;
    sent.push({ route, body: await new Response(init?.body ?? null).text() });
    const run = { id: 'r1', status: 'starting', latest_version: { id: version }, visibility: 'private' };
    return Response.json(answers[route] ?? run);
  };
  const find = (route: string) => sent.find((one) => one.route.endsWith(route))?.body ?? '{}';
  return { fetch, routes: () => sent.map(({ route }) => route), find };
}

type Reach = Parameters<typeof createReplicateProvider>[0]['reach'];

async function train(archiveUrl: string, reach?: Reach) {
  const vendor = playVendor();
  const provider = createReplicateProvider({
    apiToken: 'r8_x',
    fetch: vendor.fetch,
    ...(reach && { reach }),
  });
  const outcome = await provider.training.startTraining({
    ...sampleTrainingCall({ archiveUrl, webhookUrl: doorbell }),
    openArchive: async () => new Response('PK'),
  });
  expect(outcome).toMatchObject({ outcome: 'accepted' });
  return { routes: vendor.routes(), body: JSON.parse(vendor.find('/trainings')) };
}

const publicArchive = sampleTrainingCall().archiveUrl;
const ownArchive = `${loopback}/archives/acme/1.zip?token=abc`;

describe('an archive at Replicate itself', () => {
  it.each<[string, string, Reach]>([
    ['can be fetched', publicArchive, undefined],
    ['is fetched because the settings say so', ownArchive, 'direct'],
  ])('%s: %s', async (_, archiveUrl, reach) => {
    const { routes, body } = await train(archiveUrl, reach);
    expect(body.input.input_images).toBe(archiveUrl);
    expect(routes).not.toContain('POST /files');
  });

  it.each<[string, string, Reach]>([
    ['lies on this machine', ownArchive, undefined],
    ['is handed over because the settings say so', publicArchive, 'files'],
  ])('%s: %s', async (_, archiveUrl, reach) => {
    const { routes, body } = await train(archiveUrl, reach);
    expect(body.input.input_images).toBe('https://api.replicate.com/v1/files/f1');
    expect(body).not.toHaveProperty('webhook');
    // Nothing is handed over before it is known where the model goes.
    expect(routes.slice(-2)).toEqual([
      'POST /files',
      `POST /models/ostris/flux-dev-lora-trainer/versions/${version}/trainings`,
    ]);
  });

  it('is fetched by a simulator on the machine that it lies on', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      asked.push(`${input} ${init?.body}`);
      return Response.json({
        id: 'r1',
        status: 'starting',
        latest_version: { id: version },
        visibility: 'private',
      });
    };
    const baseUrl = 'http://127.0.0.1:54323/replicate/v1';
    const { training } = createReplicateProvider({ apiToken: 'r8_x', baseUrl, username: 'act', fetch });
    await training.startTraining(sampleTrainingCall({ archiveUrl: ownArchive, webhookUrl: doorbell }));
    expect(asked.at(-1)).toContain(`"input_images":"${ownArchive}"`);
    expect(asked.at(-1)).toContain(`"webhook":"${doorbell}"`);
  });
});

describe('a model at Replicate itself', () => {
  const paint = async (loras: { url: string; providerVersion?: string | null }[]) => {
    const vendor = playVendor();
    const { images } = createReplicateProvider({ apiToken: 'r8_x', fetch: vendor.fetch });
    const call = sampleGenerationCall({
      loras: loras.map((lora) => ({ ...lora, scale: 0.9 })),
      webhookUrl: doorbell,
    });
    const outcome = await images.startGeneration(call);
    return { outcome, routes: vendor.routes(), body: JSON.parse(vendor.find('/predictions')) };
  };
  const publicLora =
    'https://act.example/storage/v1/object/sign/models/acme/flux-lora-v1.safetensors?token=abc';
  const ownLora = `${loopback}/models/acme/flux-lora-v1.safetensors?token=abc`;

  it('is fetched where it can be', async () => {
    const { routes, body } = await paint([{ url: publicLora, providerVersion: version }]);
    expect(routes).toEqual(['POST /models/black-forest-labs/flux-dev-lora/predictions']);
    expect(body.input).toMatchObject({ lora_weights: publicLora, guidance: 3.5 });
  });

  it('is run as the version that was trained otherwise, and a second one fetched', async () => {
    const loras = [{ url: ownLora, providerVersion: version }, { url: publicLora }];
    const { routes, body } = await paint(loras);
    expect(routes).toEqual(['POST /predictions']);
    expect(body).toEqual({
      version,
      input: {
        prompt: 'a photo of user42585527 on a billboard',
        model: 'dev',
        lora_scale: 0.9,
        extra_lora: publicLora,
        extra_lora_scale: 0.9,
        num_outputs: 4,
        aspect_ratio: '1:1',
        megapixels: '1',
        num_inference_steps: 28,
        guidance_scale: 3.5,
        seed: 7,
        output_format: 'png',
        output_quality: 90,
        go_fast: false,
        disable_safety_checker: false,
      },
    });
  });

  it.each([
    ['one of no version', [{ url: ownLora, providerVersion: null }], 'version_missing'],
    ['one of a version that is none', [{ url: ownLora, providerVersion: '../account' }], 'version_missing'],
    [
      'a second one',
      [
        { url: ownLora, providerVersion: version },
        { url: ownLora, providerVersion: version },
      ],
      'input_refused',
    ],
  ])('is refused where it cannot be had: %s', async (_, loras, failure) => {
    const { outcome, routes } = await paint(loras);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      error: { failure, fault: 'operator', retryable: false, message: expect.stringMatching(/this machine/) },
    });
    expect(routes).toEqual([]);
  });
});
