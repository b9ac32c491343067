import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { poll } from '../../shared/poll.ts';
import { answer, serveAnswers } from '../../shared/testing/serve-answers.ts';
import { verifyWebhook } from '../../webhooks/verify-webhook.ts';
import { briskly, standingStill } from '../testing/provider-world.ts';
import { sampleGenerationCall } from '../testing/sample-calls.ts';
import { createReplicateProvider } from './replicate-provider.ts';
import { createReplicateWorld } from './testing/replicate-world.ts';

/** A network of the test's own: what was asked, with which token. */
function recordingFetch(answer: () => Response) {
  const asked: { url: string; authorization: string | null }[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push({ url: String(input), authorization: new Headers(init?.headers).get('authorization') });
    return Promise.resolve(answer());
  };
  return { asked, fetch };
}

describe('the token', () => {
  it('goes to the files of the interface, and to no delivery host', async () => {
    const { asked, fetch } = recordingFetch(() => new Response('bytes'));
    const { images } = createReplicateProvider({ apiToken: 'r8_secret', fetch });
    const urls = [
      'https://replicate.delivery/xezq/a/out.png',
      'https://pbxt.replicate.delivery/a/out.png',
      'https://api.replicate.com/v1/files/abc.png',
    ];
    for (const url of urls) expect(await (await images.openOutput(url)).text()).toBe('bytes');
    expect(asked).toEqual([
      { url: urls[0], authorization: null },
      { url: urls[1], authorization: null },
      { url: urls[2], authorization: 'Bearer r8_secret' },
    ]);
  });

  it.each([
    'https://api.replicate.com/v1/account',
    'https://api.replicate.com/v1/files/../account',
    'https://api.replicate.com/v1/files/..%2faccount',
    'https://api.replicate.com/v1/files/%2e%2e%2faccount',
    'https://api.replicate.com/v1/files/abc/account',
    'https://api.replicate.com/v1/files/',
    'https://evilreplicate.delivery/a.tar',
  ])('never opens %s', async (url) => {
    const { asked, fetch } = recordingFetch(() => new Response('bytes'));
    const { images } = createReplicateProvider({ apiToken: 'r8_secret', fetch });
    await expect(images.openOutput(url)).rejects.toMatchObject({ failure: 'answer_invalid' });
    expect(asked).toEqual([]);
  });

  it('goes to the files of another base only, whatever else lies there', async () => {
    const { asked, fetch } = recordingFetch(() => new Response('bytes'));
    const baseUrl = 'http://127.0.0.1:54323/replicate/v1';
    const { images } = createReplicateProvider({ apiToken: 'r8_secret', baseUrl, fetch });
    for (const path of ['/v1/files/abc.png/download', '/v1/account', '/delivery/a/b/out.png']) {
      await images.openOutput(`http://127.0.0.1:54323/replicate${path}`);
    }
    const [file, ...others] = asked.map(({ authorization }) => authorization);
    expect(file).toBe('Bearer r8_secret');
    expect(others).toEqual([null, null]);
  });

  it('does not go where a list leads out of its base', async () => {
    const page = () => Response.json({ next: 'https://proxy.example//evil.example/x', results: [] });
    const { asked, fetch } = recordingFetch(page);
    const { training } = createReplicateProvider({
      apiToken: 'r8_secret',
      baseUrl: 'https://proxy.example',
      fetch,
    });
    const listing = training.listTrainings({ since: new Date(0) })[Symbol.asyncIterator]();
    await listing.next().catch(() => undefined);
    expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(new Set(['https://proxy.example']));
  });

  it('does not follow a redirect out of the delivery hosts', async () => {
    const away = () =>
      new Response(null, { status: 302, headers: { location: 'https://evil.example/a.tar' } });
    const { asked, fetch } = recordingFetch(away);
    const { images } = createReplicateProvider({ apiToken: 'r8_secret', fetch });
    const opening = images.openOutput('https://replicate.delivery/a.tar');
    await expect(opening).rejects.toMatchObject({ failure: 'answer_invalid' });
    expect(asked).toHaveLength(1);
  });
});

describe('an output', () => {
  it('that stops coming can be asked for again', async () => {
    const sendBeginning = () =>
      new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(9)) }));
    const { fetch } = recordingFetch(sendBeginning);
    const { images } = createReplicateProvider({ apiToken: 'r8_secret', fetch, idleTimeoutMs: 30 });
    const response = await images.openOutput('https://replicate.delivery/a.tar');
    await expect(response.arrayBuffer()).rejects.toMatchObject({ failure: 'unreachable', retryable: true });
  });

  it('that is gone is expired', async () => {
    await using world = await createReplicateWorld('prediction');
    const { images } = world.provider;
    const started = await images.startGeneration(sampleGenerationCall({ imageCount: 1, loras: [] }));
    if (started.outcome !== 'accepted') throw started.error;
    const url = await poll(
      async () => {
        const status = await images.getGenerationStatus(started.handle);
        const [image] = status.state === 'succeeded' ? status.images : [];
        return image?.from === 'provider' ? image.url : null;
      },
      { waitingFor: 'a picture', intervalMs: 20, timeoutMs: 10_000 },
    );
    world.addFault('output', { kind: 'expire' });
    await expect(images.openOutput(url)).rejects.toMatchObject({ failure: 'output_expired' });
    // An hour later Replicate has forgotten what it made.
    world.clock.setSpeed(1_000_000);
    const error = await poll(
      async () => {
        const status = await images.getGenerationStatus(started.handle);
        return status.state === 'failed' ? status.error : null;
      },
      { waitingFor: 'the end of an hour', intervalMs: 20, timeoutMs: 10_000 },
    );
    expect(error).toMatchObject({ failure: 'output_expired', retryable: true });
  });
});

describe('a caption', () => {
  const picture = async (world: Awaited<ReturnType<typeof createReplicateWorld>>) => {
    const image = sharp({ create: { width: 32, height: 32, channels: 3, background: '#c02040' } });
    return world.files.publish('picture.png', await image.png().toBuffer());
  };

  it('is one line, with its beginning before it', async () => {
    await using world = await createReplicateWorld('prediction');
    const imageUrl = await picture(world);
    const caption = await world.provider.captions.captionImage({ imageUrl, prefix: 'photo of [brand], ' });
    expect(caption).toMatch(/^photo of \[brand\], \S.{5,500}$/);
    expect(world.runs()).toHaveLength(1);
  });

  it('is asked for once, and is not guessed', async () => {
    await using world = await createReplicateWorld('prediction');
    const imageUrl = await picture(world);
    world.addFault('start', { kind: 'drop-after-accept' });
    await expect(world.provider.captions.captionImage({ imageUrl })).rejects.toMatchObject({
      failure: 'unreachable',
    });
    expect(world.runs()).toHaveLength(1);
  });

  it('of what is no picture is an error', async () => {
    await using world = await createReplicateWorld('prediction');
    const imageUrl = world.files.publish('picture.png', Buffer.from('no picture'));
    await expect(world.provider.captions.captionImage({ imageUrl })).rejects.toMatchObject({
      failure: 'dataset_refused',
    });
  });

  it.each([
    [`a cup ${'🐈'.repeat(400)}`, /^a cup 🐈{247}$/u],
    [`a${'🐈'.repeat(400)}`, /^a🐈{249}$/u],
    ['half of \ud83d a\u0000letter', /^half of \ufffd a letter$/],
  ])('is text that a row takes: %#', async (output, kept) => {
    const prediction = { id: 'abc', status: 'succeeded', output: [output] };
    const { fetch } = recordingFetch(() => Response.json(prediction, { status: 201 }));
    const { captions } = createReplicateProvider({ apiToken: 'r8_secret', fetch });
    const caption = await captions.captionImage({ imageUrl: 'https://act.example/picture.png' });
    expect(caption).toMatch(kept);
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    const fetch: typeof globalThis.fetch = (input, init) => {
      // It was accepted, and is looked at.
      if (/\/predictions\/\w+$/.test(String(input))) stop.abort();
      return globalThis.fetch(input, init);
    };
    await using world = await createReplicateWorld('prediction', { fetch });
    world.clock.setSpeed(standingStill);
    const call = { imageUrl: await picture(world), signal: stop.signal };
    await expect(world.provider.captions.captionImage(call)).rejects.toMatchObject({ code: 'aborted' });
    expect(world.runs()).toHaveLength(1);
    world.clock.setSpeed(briskly);
  });
});

it('signs its webhooks with the secret that it tells', async () => {
  await using world = await createReplicateWorld('prediction');
  await using doorbell = await serveAnswers(answer(200));
  const call = sampleGenerationCall({ imageCount: 1, loras: [], webhookUrl: `${doorbell.url}/webhooks` });
  await world.provider.images.startGeneration(call);
  const rung = async () => doorbell.requests.at(1) ?? null;
  const { headers, body } = await poll(rung, { waitingFor: 'two rings', intervalMs: 20, timeoutMs: 10_000 });
  const request = new Request(doorbell.url, { method: 'POST', headers: headersOf(headers), body });
  const secret = await world.provider.webhookSecret();
  expect(await verifyWebhook(request, { secret })).toMatchObject({ id: headers['webhook-id'] });
});

function headersOf(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const signed = Object.entries(headers).filter(([name]) => name.startsWith('webhook-'));
  return new Headers(signed.map(([name, value]) => [name, String(value)]));
}
