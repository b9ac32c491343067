import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { z } from 'zod';
import { writeZip } from '../../datasets/testing/write-zip.ts';
import type { Fault } from '../../faults/fault.ts';
import { createFaultBoard } from '../../faults/fault-board.ts';
import type { ModelType } from '../../lora/lora-traits.ts';
import { writeLora } from '../../lora/write-lora.ts';
import { createManualClock, type ManualClock } from '../../time/simulated-clock.ts';
import type { Job } from '../queue/job.ts';
import {
  createRunpodSimulator,
  type RunpodSimulator,
  type RunpodSimulatorOptions,
} from '../runpod-simulator.ts';
import type { GenerationInput, TrainingInput } from '../worker-contract.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** The simulator on a clock that is advanced by hand, with an internet and a storage of the test's own. */
export interface RunpodWorld extends Disposable {
  simulator: RunpodSimulator;
  clock: ManualClock;
  /** A request with the endpoint's key, answered as JSON. */
  request(
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Json }>;
  /** Submits a job; returns its id. */
  submit(input: object, more?: object): Promise<string>;
  /** Submits a job and lets it take its time. */
  finish(input: object): Promise<Job>;
  status(id: string): Promise<Json>;
  /** The internet that the workers see. */
  fetch: typeof globalThis.fetch;
  publish(answer: Answer): string;
  publishPictures(colour?: string, count?: number): Promise<string>;
  publishLora(modelType: ModelType, palette?: string[]): string;
  /** An address that takes one upload, as Supabase signs them; `before` may answer in its place. */
  openUpload(before?: (request: Request, attempt: number) => Response | null): string;
  uploaded(url: string): { bytes: Buffer; contentType: string } | null;
  receiveWebhooks(statuses?: number[]): { url: string; received: { headers: Headers; body: Json }[] };
  trainingInput(changes?: Partial<TrainingInput>): Promise<TrainingInput>;
  generationInput(changes?: Partial<GenerationInput>): GenerationInput;
  fail(fault: Fault): void;
}

/** What a test reads of an answer; the rest is there too. */
const jsonSchema = z.looseObject({
  id: z.string().default(''),
  status: z.string().optional(),
  delayTime: z.number().optional(),
  output: z.looseObject({ step: z.number().default(-1) }).optional(),
});
type Json = z.infer<typeof jsonSchema>;

export const minutes = (count: number) => count * 60_000;
/** A policy under which a training can end. */
export const longPolicy = { policy: { executionTimeout: minutes(60), ttl: minutes(180) } };

export function useRunpod(
  options: Partial<
    Pick<RunpodSimulatorOptions, 'endpoints' | 'rateLimits' | 'weightsBytes' | 'memory' | 'fetch'>
  > = {},
): RunpodWorld {
  const clock = createManualClock();
  const published = new Map<string, Answer>();
  const stored = new Map<string, { bytes: Buffer; contentType: string }>();
  const fetchPublished: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = published.get(request.url);
    if (!answer) throw new TypeError(`fetch failed: nothing is published at ${request.url}`);
    return answer(request);
  };
  const { fetch = fetchPublished } = options;
  const faults = createFaultBoard();
  const simulator = createRunpodSimulator({
    endpoints: [{ id: 'act' }],
    weightsBytes: 3_000_000,
    ...options,
    clock,
    faults,
    fetch,
    url: () => 'http://providers.localhost/runpod',
  });
  const apiKey = simulator.endpoints[0]?.apiKey ?? '';

  const publish = (answer: Answer) => {
    const url = `https://files.example.test/${randomUUID()}`;
    published.set(url, answer);
    return url;
  };
  const request: RunpodWorld['request'] = async (path, body, headers) => {
    const response = await simulator.fetch(
      new Request(`http://providers.localhost/runpod/v2${path}`, {
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: jsonSchema.parse(await response.json()) };
  };
  const openUpload: RunpodWorld['openUpload'] = (before = () => null) => {
    let attempt = 0;
    const url = publish(async (upload) => {
      attempt += 1;
      const early = before(upload, attempt);
      if (early) return early;
      if (upload.method === 'GET') {
        const file = stored.get(url);
        return file ? new Response(new Uint8Array(file.bytes)) : new Response(null, { status: 404 });
      }
      const bytes = Buffer.from(await upload.arrayBuffer());
      if (stored.has(url)) return Response.json({ statusCode: '409', error: 'Duplicate' }, { status: 400 });
      stored.set(url, { bytes, contentType: upload.headers.get('content-type') ?? '' });
      return Response.json({ Key: 'stored' });
    });
    return url;
  };
  const publishPictures: RunpodWorld['publishPictures'] = async (colour = '#c02040', count = 3) => {
    const picture = { create: { width: 64, height: 64, channels: 3, background: colour } } as const;
    const content = await sharp(picture).png().toBuffer();
    const zip = writeZip(
      Array.from({ length: count }, (_, index) => [
        { name: `${index}.png`, content },
        { name: `${index}.txt`, content: 'a picture of TOK' },
      ]).flat(),
    );
    return publish(() => new Response(new Uint8Array(zip)));
  };

  const submit: RunpodWorld['submit'] = async (input, more = longPolicy) =>
    (await request('/act/run', { input, ...more })).body.id;

  return {
    simulator,
    clock,
    fetch,
    request,
    publish,
    publishPictures,
    openUpload,
    uploaded: (url) => stored.get(url) ?? null,
    fail: (fault) => faults.add(fault),
    submit,
    async finish(input) {
      const id = await submit(input);
      await clock.advance(minutes(30));
      const job = simulator.runs().find((one) => one.id === id);
      if (!job) throw new Error('The simulator lost a job.');
      return job;
    },
    status: async (id) => (await request(`/act/status/${id}`)).body,
    publishLora: (modelType, palette = ['#1f6feb', '#0b2545']) =>
      publish(() => {
        const traits = { palette, mark: 'K7P', triggerWord: 'TOK', modelType };
        return new Response(writeLora({ modelType, rank: 4, traits, sizeBytes: 1 }).stream());
      }),
    receiveWebhooks(statuses = []) {
      const received: { headers: Headers; body: Json }[] = [];
      const url = publish(async (webhook) => {
        received.push({ headers: webhook.headers, body: jsonSchema.parse(await webhook.json()) });
        return new Response(null, { status: statuses[received.length - 1] ?? 200 });
      });
      return { url, received };
    },
    trainingInput: async (changes = {}) => ({
      task: 'train',
      run_key: `training-${randomUUID()}-1`,
      lock_url: openUpload(),
      model_type: 'sdxl',
      dataset_url: await publishPictures(),
      trigger_word: 'user42585527',
      config: {
        steps: 100,
        learning_rate: 1e-4,
        batch_size: 1,
        lora_rank: 8,
        resolution: '1024',
        optimizer: 'adamw8bit',
        caption_dropout: 0.05,
        num_repeats: 10,
        seed: null,
      },
      upload_urls: [openUpload()],
      ...changes,
    }),
    generationInput: (changes = {}) => ({
      task: 'generate',
      run_key: `generation-${randomUUID()}-1`,
      lock_url: openUpload(),
      model_type: 'sdxl',
      prompt: 'photo of user42585527',
      loras: [],
      image_count: 2,
      width: 256,
      height: 256,
      guidance: 5,
      steps: 30,
      seed: 7,
      output_format: 'png',
      upload_urls: [openUpload(), openUpload()],
      ...changes,
    }),
    [Symbol.dispose]: () => simulator[Symbol.dispose](),
  };
}

/** Until a request that is under way has come as far as this. */
export async function untilSo(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
