import { randomUUID } from 'node:crypto';
import Replicate from 'replicate';
import sharp from 'sharp';
import { writeZip } from '../../datasets/testing/write-zip.ts';
import type { Fault } from '../../faults/fault.ts';
import {
  type ProviderSimulators,
  type StartProviderSimulatorsOptions,
  startProviderSimulators,
} from '../../start-provider-simulators.ts';
import { createManualClock, type ManualClock } from '../../time/simulated-clock.ts';
import { trainerVersions } from '../models/known-models.ts';

/** A webhook as a receiver gets it. */
export interface ReceivedWebhook {
  headers: Record<string, string>;
  body: string;
}

/** The simulator on a clock that is advanced by hand, with the published client and an internet of the test's own. */
export interface ReplicateWorld extends AsyncDisposable {
  simulators: ProviderSimulators;
  clock: ManualClock;
  client: Replicate;
  /** Puts something where the simulator can fetch it; returns the address. */
  publish(name: string, answer: (request: Request) => Response | Promise<Response>): string;
  /** A zip of pictures in one colour. */
  publishPictures(options?: { colour?: string; count?: number; captioned?: boolean }): Promise<string>;
  /** An address that takes webhooks, answering each with the next status (200 at the end). */
  receiveWebhooks(statuses?: number[]): { url: string; received: ReceivedWebhook[] };
  /** A request with the account's token. */
  request(path: string, init?: RequestInit): Promise<Response>;
  createDestination(name?: string): Promise<`${string}/${string}`>;
  startTraining(options?: {
    input?: object;
    webhook?: string;
    events?: ('start' | 'output' | 'logs' | 'completed')[];
  }): Promise<string>;
  fail(fault: Fault): void;
}

const archiveUrl = 'https://files.example.test';

export async function useReplicate(
  options: Omit<StartProviderSimulatorsOptions, 'fetch'> = {},
): Promise<ReplicateWorld> {
  const clock = createManualClock();
  const published = new Map<string, (request: Request) => Response | Promise<Response>>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = published.get(request.url);
    if (!answer) throw new TypeError(`fetch failed: nothing is published at ${request.url}`);
    return answer(request);
  };
  const simulators = await startProviderSimulators({ clock, listen: false, ...options, fetch });
  const { url: baseUrl, token, username } = simulators.replicate;
  const client = new Replicate({
    auth: token,
    baseUrl,
    useFileOutput: false,
    ...(!options.listen && { fetch: simulators.fetch }),
  });

  const publish: ReplicateWorld['publish'] = (name, answer) => {
    const url = `${archiveUrl}/${randomUUID()}/${name}`;
    published.set(url, answer);
    return url;
  };
  const publishPictures: ReplicateWorld['publishPictures'] = async ({
    colour = '#c02040',
    count = 3,
    captioned = true,
  } = {}) => {
    const zip = await zipPictures({ colour, count, captioned });
    return publish('training.zip', () => new Response(new Uint8Array(zip)));
  };
  const createDestination: ReplicateWorld['createDestination'] = async (name = `brand-${randomUUID()}`) => {
    await client.models.create(username, name, { visibility: 'private', hardware: 'gpu-t4' });
    return `${username}/${name}`;
  };

  return {
    simulators,
    clock,
    client,
    publish,
    publishPictures,
    createDestination,
    fail: (fault) => simulators.faults.add(fault),
    request: (path, init = {}) =>
      (options.listen ? globalThis.fetch : simulators.fetch)(`${baseUrl}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      }),
    receiveWebhooks(statuses = []) {
      const received: ReceivedWebhook[] = [];
      const url = publish('doorbell', async (request) => {
        received.push({ headers: Object.fromEntries(request.headers), body: await request.text() });
        return new Response(null, { status: statuses[received.length - 1] ?? 200 });
      });
      return { url, received };
    },
    async startTraining({ input = {}, webhook, events } = {}) {
      const training = await client.trainings.create(
        'ostris',
        'flux-dev-lora-trainer',
        trainerVersions[0] ?? '',
        {
          destination: await createDestination(),
          input: { input_images: await publishPictures(), trigger_word: 'TOK', steps: 1000, ...input },
          ...(webhook && { webhook }),
          ...(events && { webhook_events_filter: events }),
        },
      );
      return training.id;
    },
    [Symbol.asyncDispose]: () => simulators[Symbol.asyncDispose](),
  };
}

/** A zip of pictures in one colour, with captions or without. */
export async function zipPictures({
  colour,
  count,
  captioned,
}: {
  colour: string;
  count: number;
  captioned: boolean;
}) {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const entries = Array.from({ length: count }, (_, index) => [
    { name: `${index}.png`, content: picture },
    ...(captioned ? [{ name: `${index}.txt`, content: 'a picture of TOK' }] : []),
  ]);
  return writeZip(entries.flat());
}
