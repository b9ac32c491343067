/** What a flux training prints, by when. */
export interface TrainingLogOptions {
  imageCount: number;
  /** Pictures that come without a caption and are given one. */
  captionsToWrite: number;
  steps: number;
  learningRate: number;
  /** Makes one run's losses differ from another's. */
  seed: number;
  /** How many times faster than a watcher's simulated time passes: bars count in the watcher's. */
  speed: number;
}

interface Line {
  atMs: number;
  text: string;
}

const setupMs = 20_000;
const captionMs = 2_500;
const latentMs = 500;
const stepMs = 1_100;
const pushMs = 25_000;
/** The bar is redrawn no more often than this over a whole training. */
const mostRedraws = 200;

/** What a training prints and how long it takes, all in simulated ms from the beginning of `processing`. */
export interface TrainingLog {
  durationMs: number;
  moments: number[];
  at(elapsedMs: number): string;
}

export function createTrainingLog(options: TrainingLogOptions): TrainingLog {
  const { imageCount, captionsToWrite, steps, speed } = options;
  const captionsFrom = setupMs;
  const latentsFrom = captionsFrom + captionsToWrite * captionMs;
  const stepsFrom = latentsFrom + imageCount * latentMs;
  const pushFrom = stepsFrom + steps * stepMs;
  const lines: Line[] = [
    { atMs: 500, text: 'Downloading base weights\n' },
    { atMs: 8_000, text: 'Downloaded base weights in 7.48 seconds\n' },
    { atMs: 9_000, text: `Extracted ${imageCount} files from zip to input_images\n` },
    ...captionLines(captionsFrom, captionsToWrite, speed),
    ...bars({
      name: 'Caching latents to disk',
      total: imageCount,
      fromMs: latentsFrom,
      perItemMs: latentMs,
      speed,
    }),
    { atMs: stepsFrom, text: 'Starting train job\n' },
    ...trainingLines(stepsFrom, options),
    { atMs: pushFrom, text: '\nTraining complete\n' },
    { atMs: pushFrom + 5_000, text: 'Archiving output to trained_model.tar\n' },
  ];
  return {
    durationMs: pushFrom + pushMs,
    moments: lines.map(({ atMs }) => atMs),
    at: (elapsedMs) =>
      lines
        .filter(({ atMs }) => atMs <= elapsedMs)
        .map(({ text }) => text)
        .join(''),
  };
}

function captionLines(fromMs: number, total: number, speed: number): Line[] {
  if (total === 0) return [];
  const loading = { atMs: fromMs, text: 'Autocaptioning images with LLaVA-1.5-13B\n' };
  return [loading, ...bars({ name: 'Captioning', total, fromMs, perItemMs: captionMs, speed })];
}

function trainingLines(fromMs: number, options: TrainingLogOptions): Line[] {
  const { steps, learningRate, seed, speed } = options;
  const every = Math.ceil(steps / mostRedraws);
  const postfix = (step: number) =>
    `, lr: ${learningRate.toExponential(1).replace(/e-(\d)$/, 'e-0$1')} loss: ${lossAt(step / steps, step, seed)}`;
  return bars({
    name: 'flux_train_replicate',
    total: steps,
    fromMs,
    perItemMs: stepMs,
    speed,
    every,
    postfix,
  });
}

/** Falls fast, then slowly, and never smoothly. */
function lossAt(progress: number, step: number, seed: number): string {
  const noise = Math.abs(Math.sin(step * 12.9898 + seed) * 43_758.5453) % 1;
  const loss = 0.28 + 0.25 * Math.exp(-4 * progress) + (noise - 0.5) * 0.08;
  return loss
    .toExponential(1)
    .replace(/e-(\d)$/, 'e-0$1')
    .replace('e+0', 'e+00');
}

interface BarOptions {
  name: string;
  total: number;
  fromMs: number;
  /** Simulated. */
  perItemMs: number;
  speed: number;
  every?: number;
  postfix?: (done: number) => string;
}

/** A bar as tqdm draws it, over and over on one line; every fifth time the log begins a new one. */
function bars({ name, total, fromMs, perItemMs, speed, every = 1, postfix = () => '' }: BarOptions): Line[] {
  const count = total === 0 ? 0 : Math.ceil(total / every) + 1;
  return Array.from({ length: count }, (_, index) => {
    const done = Math.min(index * every, total);
    const isLineEnd = index % 5 === 4 || done === total;
    const shown = { perItemMs: perItemMs / speed, postfix: done === 0 ? '' : postfix(done) };
    const bar = drawBar({ name, done, total, ...shown });
    return { atMs: fromMs + done * perItemMs, text: `${bar}${isLineEnd ? '\n' : '\r'}` };
  });
}

const eighths = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const barWidth = 10;

function drawBar({
  name,
  done,
  total,
  perItemMs,
  postfix,
}: Pick<BarOptions, 'name' | 'total' | 'perItemMs'> & { done: number; postfix: string }): string {
  const share = done / total;
  const full = Math.floor(share * barWidth);
  const part = eighths[Math.floor((share * barWidth - full) * 8)] ?? ' ';
  const bar = `${'█'.repeat(full)}${full < barWidth ? part : ''}`.padEnd(barWidth);
  const percent = String(Math.floor(share * 100)).padStart(3);
  const left = done === 0 ? '?' : clockTime((total - done) * perItemMs);
  const rate = done === 0 ? '?it/s' : pace(perItemMs);
  return `${name}: ${percent}%|${bar}| ${done}/${total} [${clockTime(done * perItemMs)}<${left}, ${rate}${postfix}]`;
}

/** tqdm turns the rate round where an item takes longer than a second. */
const pace = (perItemMs: number) =>
  perItemMs > 1000
    ? `${(perItemMs / 1000).toFixed(2).padStart(5)}s/it`
    : `${(1000 / perItemMs).toFixed(2).padStart(5)}it/s`;

function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
