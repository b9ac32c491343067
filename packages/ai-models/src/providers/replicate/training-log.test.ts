import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { readTrainingLog } from './training-log.ts';

const bar = (step: number, total: number, rest = ', 1.00it/s, lr: 4.0e-04 loss: 3.2e-01') =>
  `flux_train_replicate:  ${Math.floor((100 * step) / total)}%|█▏        | ${step}/${total} [02:00<14:40${rest}]`;

const beginning = `Downloaded base weights in 12.5 seconds
Extracted 12 files from zip to input_images
Caption for input_images/a.jpg: a red bicycle, studio light
100%|██████████| 4/4 [00:12<00:00,  3.10s/it]
Starting train job
Caching latents to disk: 100%|██████████| 12/12 [00:04<00:00,  2.90it/s]
`;

it('reads step, time and loss from the bar of the trainer', () => {
  expect(readTrainingLog(`${beginning}${bar(120, 1000)}\n`, 1000)).toMatchObject({
    stage: 'training',
    step: 120,
    totalSteps: 1000,
    progress: 0.12,
    secondsLeft: 880,
    losses: [{ step: 120, loss: 0.32, learningRate: 0.0004 }],
  });
});

it('reads a bar that was drawn over itself', () => {
  const log = `${beginning}${[10, 20, 30].map((step) => bar(step, 1000)).join('\r')}`;
  const report = readTrainingLog(log, 1000);
  expect(report.step).toBe(30);
  expect(report.losses.map(({ step }) => step)).toEqual([10, 20, 30]);
});

it('keeps one point for each step: the last', () => {
  const lines = [bar(10, 100), bar(10, 100).replace('3.2e-01', '2.5e-01'), bar(20, 100)];
  expect(readTrainingLog(lines.join('\n'), 100).losses).toEqual([
    { step: 10, loss: 0.25, learningRate: 0.0004 },
    { step: 20, loss: 0.32, learningRate: 0.0004 },
  ]);
});

it('takes no bar of captions or downloads for the training', () => {
  const report = readTrainingLog(beginning, 1000);
  expect(report).toMatchObject({ stage: 'caching', losses: [] });
  expect(report).not.toHaveProperty('progress');
});

it('nor where there are as many pictures as steps', () => {
  expect(readTrainingLog(beginning, 12)).not.toHaveProperty('step');
  expect(readTrainingLog(beginning, 4)).not.toHaveProperty('step');
});

it('knows the bar of kohya, and one before its first step', () => {
  const kohya = 'steps:  12%|█▏        | 120/1000 [02:00<1:14:40,  1.00s/it, avr_loss=0.119]';
  expect(readTrainingLog(kohya, 1000)).toMatchObject({
    secondsLeft: 4_480,
    losses: [{ step: 120, loss: 0.119 }],
  });
  const first = 'flux_train_replicate:   0%|          | 0/1000 [00:00<?, ?it/s]';
  const report = readTrainingLog(first, 1000);
  expect(report).toMatchObject({ stage: 'training', step: 0, progress: 0 });
  expect(report).not.toHaveProperty('secondsLeft');
});

it.each([
  ['', undefined],
  ['Downloaded base weights in 12.5 seconds\n', 'provisioning'],
  ['Extracted 12 files from zip to input_images\n', 'preparing'],
  ['Extracted 12 files from zip to input_images\nCaption for input_images/a.jpg: x\n', 'captioning'],
  ['a.jpg is already captioned\n', 'captioning'],
  ['Caption for input_images/a.jpg: x\nStarting train job\n', 'loading'],
  [beginning, 'caching'],
  [`${beginning}${bar(1000, 1000)}\n`, 'packing'],
])('names the stage of %j', (log, stage) => {
  expect(readTrainingLog(log, 1000).stage).toBe(stage);
});

describe('the tail of the log', () => {
  it('is its last lines, with each bar once', () => {
    const log = Array.from({ length: 50 }, (_, index) => bar(index, 1000)).join('\r');
    const { logTail } = readTrainingLog(`${beginning}${log}\nSaved\n`, 1000);
    expect(logTail.split('\n').slice(-2)).toEqual([bar(49, 1000), 'Saved']);
    expect(logTail.match(/flux_train_replicate/g)).toHaveLength(1);
  });

  it('is of bars what was drawn last, and of blanks nothing', () => {
    const log = 'one\n   \rtwo\r\nthree\r  \rfour\r\n\n\rfive\n';
    expect(readTrainingLog(log, 1000).logTail).toBe('one\ntwo\nfour\nfive');
  });

  it('has no addresses, tokens, paths or control characters, and an end', () => {
    const log = `get https://act.example/a.zip?token=eyJhbGciOi.eyJzdWIi.x now
      Authorization: Bearer r8_0123456789abcdef
      in /root/.cache/huggingface/token \u001b[31mred\u0007\u001b[0m
      ${'x'.repeat(5_000)}`;
    const { logTail } = readTrainingLog(log, 1000);
    expect(logTail).not.toMatch(/act\.example|eyJ|r8_|\/root/);
    expect(logTail).toMatch(/^[\x20-\x7e…\n]*$/);
    expect(logTail.length).toBeLessThan(1_000);
  });
});

describe('figures that cannot be true', () => {
  const read = (text: string) => readTrainingLog(`${bar(120, 1000)}\n${text}\n`, 1000);
  const known = { step: 120, progress: 0.12, stage: 'training' };

  it.each([
    ['a step behind the end', bar(1_001, 1000)],
    ['a step of many digits', bar(120, 1000).replace('120/', `${'9'.repeat(400)}/`)],
    ['a negative step', bar(120, 1000).replace('120/', '-7/')],
    ['a part of a step', bar(120, 1000).replace('120/', '7.5/')],
    ['another total', bar(7, 1_000_000)],
    ['a total of many digits', bar(120, 1000).replace('/1000', `/${'9'.repeat(400)}`)],
  ])('are no progress: %s', (_what, text) => {
    expect(read(text)).toMatchObject(known);
    expect(read(text).losses.map(({ step }) => step)).toEqual([120]);
  });

  it.each(['nan', 'NaN', 'inf', '-inf', '-0.3', '1e999', '1.2.3', '.', 'e5', `${'9'.repeat(400)}`])(
    'are no point of the curve: a loss of %s',
    (loss) => {
      const report = read(bar(130, 1000).replace('3.2e-01', loss));
      expect(report).toMatchObject({ step: 130, progress: 0.13 });
      expect(report.losses.map(({ step }) => step)).toEqual([120]);
    },
  );

  it.each(['99999999:00', `${'9'.repeat(400)}:00`, '1:'.repeat(200).concat('1')])(
    'are no time that is left: %s',
    (left) => {
      const report = read(bar(130, 1000).replace('14:40', left));
      expect(report).toMatchObject({ step: 130 });
      expect(report).not.toHaveProperty('secondsLeft');
    },
  );
});

it('keeps nothing of the line that the beginning of a long log was cut from', () => {
  const secret = 'A'.repeat(50);
  const log = `r8_${secret} and ${'x'.repeat(999_960)}\nStarting train job\n`;
  expect(readTrainingLog(log, 1000)).toMatchObject({ stage: 'loading', logTail: 'Starting train job' });
  expect(readTrainingLog(`r8_${secret}${'x'.repeat(3_000_000)}`, 1000)).toEqual({ losses: [], logTail: '' });
});

/** What a trainer that means harm, or is broken, could print. */
const floods: Readonly<Record<string, string>> = {
  'empty lines': `'\\n'.repeat(10_000_000)`,
  'lines that were drawn over': `'\\r'.repeat(10_000_000)`,
  'a million lines': `'Caption for x\\n'.repeat(1_000_000)`,
  'short lines': `'a\\n'.repeat(5_000_000)`,
  'bars in one line': `(bar + '\\r').repeat(100_000)`,
  'bars in many lines': `(bar + '\\n').repeat(100_000)`,
  'a line of 10 MB': `'x'.repeat(10_000_000)`,
  'a line of digits': `'x: 1%|' + '9'.repeat(990_000) + '/1000 ['`,
  'a line of beginnings of bars': `'1%|'.repeat(300_000)`,
  'a line of colons': `': '.repeat(490_000)`,
  'a line of blanks': `' '.repeat(10_000_000)`,
  'a bar that never ends': `bar.slice(0, -1) + ' loss lr: '.repeat(90_000)`,
  'a bar with a loss of 10 MB': `bar.slice(0, -1) + ' loss: ' + '1'.repeat(10_000_000)`,
};

/** In a thread that may have so much memory, and ends where it takes more. */
async function readInLittleMemory(flood: string): Promise<{ ms: number; tail: number; losses: number }> {
  const url = new URL('./training-log.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(url)}).then(({ readTrainingLog }) => {
    const bar = ${JSON.stringify(bar(120, 1000))};
    const log = ${flood};
    const before = process.threadCpuUsage();
    const { losses, logTail } = readTrainingLog(log, 1000);
    const { user, system } = process.threadCpuUsage(before);
    const ms = (user + system) / 1000;
    require('node:worker_threads').parentPort.postMessage({ ms, tail: logTail.length, losses: losses.length });
  })`;
  const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } });
  const [answer] = await once(worker, 'message');
  await worker.terminate();
  return answer;
}

it.each(Object.entries(floods))('takes little time and memory for %s', async (_what, flood) => {
  const { ms, tail, losses } = await readInLittleMemory(flood);
  expect(ms).toBeLessThan(1_000);
  expect(tail).toBeLessThanOrEqual(20 * 301);
  expect(losses).toBeLessThanOrEqual(1);
});
