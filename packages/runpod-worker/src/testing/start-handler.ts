import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { environmentOfPrograms } from './load-setting.ts';
import { secret } from './storage.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));
const standIns = join(home, 'src/testing/stand-ins');

/** Files as the image or its volume would have them. */
const modelFiles = [
  'flux1-dev.safetensors',
  'clip_l.safetensors',
  't5xxl_fp16.safetensors',
  'ae.safetensors',
  'sd_xl_base_1.0.safetensors',
  'v1-5-pruned-emaonly.safetensors',
];

const eventSchema = z.looseObject({
  status: z.string().optional(),
  output: z.unknown().optional(),
  error: z.string().optional(),
  stopped: z.boolean().optional(),
  at: z.number().optional(),
});
/** What RunPod is told. */
export type WorkerEvent = z.infer<typeof eventSchema>;

const seenSchema = z.object({
  script: z.string(),
  options: z.array(z.string()),
  environment: z.array(z.string()),
  dataset: z.object({ config: z.string(), files: z.record(z.string(), z.union([z.string(), z.number()])) }),
  prompts: z.array(z.looseObject({ prompt: z.string() })).nullable(),
});

export interface HandlerOptions {
  python: string;
  job: { id: string; input: unknown };
  /** How the trainer is to end: `stand-ins/train.py`. Default: well. */
  behaviour?: string;
  /** Of the models, those that are there. Default: all. */
  models?: readonly string[];
  environment?: Record<string, string>;
}

/** The handler as a process of its own, with stand-ins for RunPod's SDK and for sd-scripts. */
export interface RunningHandler {
  /** Every report until now, and at which second it was made. */
  reports: { at: number; report: unknown }[];
  /** Told at each report. */
  onReport(listener: () => void): void;
  /** What RunPod would be told at the end. Throws where a secret was said or a file was left. */
  ended: Promise<WorkerEvent>;
  /** As RunPod cancels a job. */
  cancel(): void;
  /** As RunPod takes a worker away. */
  terminate(): void;
  /** What the trainer was given; after the end. */
  seen(): z.infer<typeof seenSchema> | null;
  process: ChildProcess;
}

export async function startHandler(options: HandlerOptions): Promise<RunningHandler> {
  const folder = await mkdtemp(join(tmpdir(), 'act-runpod-worker-'));
  await prepare(folder, options);
  const child = spawn(options.python, [join(home, 'handler.py')], {
    env: { ...environmentOfPrograms(), ...environmentFor(folder, options) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  let seen: z.infer<typeof seenSchema> | null = null;
  const events: WorkerEvent[] = [];
  const reports: RunningHandler['reports'] = [];
  const listeners: (() => void)[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  createInterface(child.stdout).on('line', (line) => {
    said += `${line}\n`;
    const event = eventSchema.parse(JSON.parse(line));
    if (event.status !== 'IN_PROGRESS') return void events.push(event);
    reports.push({ at: event.at ?? 0, report: event.output });
    for (const listener of listeners) listener();
  });

  const finish = async () => {
    await new Promise((resolve) => child.once('close', resolve));
    const left = await readdir(join(folder, 'work')).catch(() => []);
    const noted = await readFile(join(folder, 'scripts/seen.json'), 'utf8').catch(() => null);
    seen = noted === null ? null : seenSchema.parse(JSON.parse(noted));
    await rm(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`Files were left behind: ${left}`);
    if (new RegExp(`${secret}|https?://|hf_abc|rpa_`).test(said))
      throw new Error(`A secret was said:\n${said}`);
    const [event, ...others] = events;
    if (!event || others.length > 0) throw new Error(`The handler ended ${events.length} times:\n${said}`);
    return event;
  };
  return {
    reports,
    onReport: (listener) => void listeners.push(listener),
    ended: finish(),
    cancel: () => void child.stdin.write('stop\n'),
    terminate: () => void child.kill('SIGTERM'),
    seen: () => seen,
    process: child,
  };
}

async function prepare(folder: string, { job, models = modelFiles }: HandlerOptions): Promise<void> {
  await Promise.all(['models', 'scripts'].map((name) => mkdir(join(folder, name))));
  await Promise.all(models.map((name) => writeFile(join(folder, 'models', name), '')));
  await writeFile(join(folder, 'job.json'), JSON.stringify(job));
}

function environmentFor(
  folder: string,
  { python, behaviour = 'well', environment = {} }: HandlerOptions,
): Record<string, string> {
  return {
    PYTHONPATH: standIns,
    STAND_IN_JOB: join(folder, 'job.json'),
    RUNPOD_API_KEY: 'rpa_ABCDEFGHIJKLMNOP',
    ACT_MODELS_FOLDER: join(folder, 'models'),
    ACT_SCRIPTS_FOLDER: join(folder, 'scripts'),
    ACT_WORK_FOLDER: join(folder, 'work'),
    ACT_TRAINER_COMMAND: `${python} "${join(standIns, 'train.py')}" --behaviour=${behaviour}`,
    ACT_TRAINER_VERSION: 'sd-scripts v0.10.1',
    ACT_ALLOW_HTTP: '1',
    ...environment,
  };
}
