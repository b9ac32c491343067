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

  it('takes a second for no log, however long', () => {
    const start = performance.now();
    readTrainingLog(`${bar(1, 6000)}\r`.repeat(60_000), 6000);
    readTrainingLog(`${'9'.repeat(3_000_000)}%|`, 6000);
    readTrainingLog(`${' '.repeat(1_000_000)}:${' '.repeat(1_000_000)}`, 6000);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
