import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { guardedEnvironment } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { commands } from './commands/all-commands.ts';
import { createPaint, lookOf } from './output/paint.ts';
import { createProgress } from './output/progress.ts';
import { runAct } from './testing/run-act.ts';

const names = [
  ...['login', 'logout', 'whoami', 'upload', 'train', 'jobs list', 'jobs watch', 'jobs cancel', 'jobs retry'],
  ...[
    'quote',
    'models list',
    'models use',
    'generate',
    'download',
    'export',
    'doctor',
    'isolation',
    'new-brand',
    'new-storefront',
  ],
];

it('tells of every command, of each with an example, and of no flag that takes a secret', {
  timeout: 60_000,
}, async () => {
  const { code, stdout } = await runAct(['--help']);
  expect(code).toBe(0);
  const told = names.map((name) => name.split(' ')[0] ?? '');
  for (const name of told) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect(new Set(told).size).toBe(commands.length);
  const helps = await Promise.all(names.map((name) => runAct([...name.split(' '), '--help'])));
  for (const [index, help] of helps.entries()) {
    expect([help.code, help.stdout]).toEqual([0, expect.stringMatching(/Examples:\n {2}act \w/)]);
    expect(help.stdout).toContain(`act ${names[index]}`);
    expect(help.stdout).not.toMatch(/--(password|token|secret|key)\b(?!-stdin)/);
  }
});

it('refuses flags, commands and words that it does not know, and names the nearest', async () => {
  const flag = await runAct(['train', 'pictures', '--presett', 'best']);
  expect([flag.code, flag.stdout]).toEqual([2, '']);
  expect(flag.stderr).toMatch(/unknown option '--presett'\s+\(Did you mean --preset\?\)/);
  const command = await runAct(['trian', 'pictures']);
  expect([command.code, command.stderr]).toEqual([2, expect.stringContaining('Did you mean train?')]);
  for (const [word, name] of [
    ['uplod', 'upload'],
    ['logotu', 'logout'],
  ]) {
    expect((await runAct([word ?? ''])).stderr).toContain(`(Did you mean ${name}?)`);
  }
  expect((await runAct(['whoami', 'again'])).code).toBe(2);
  expect((await runAct(['jobs', 'watch'])).code).toBe(2);
  const bare = await runAct([]);
  expect(bare.code).toBe(2);
});

it('lists the commands where none is near', async () => {
  const { code, stderr } = await runAct(['bogus']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^act: unknown command 'bogus'\nThe commands are login, logout, .*new-storefront\.\n$/,
  );
  expect(stderr).not.toContain('Did you mean');
});

it('says what is wrong as one JSON document where JSON is wanted', async () => {
  const { code, stdout, stderr } = await runAct(['jobs', '--json', '--statu', 'failed']);
  expect([code, stderr]).toEqual([2, '']);
  expect(JSON.parse(stdout).error).toMatchObject({
    code: 'usage',
    message: expect.stringContaining("unknown option '--statu'"),
  });
  const value = await runAct(['jobs', '--status', 'lost', '--json']);
  expect([value.code, JSON.parse(value.stdout).error.message]).toEqual([2, '--status cannot be "lost".']);
});

it('has colours and bars on a terminal only, and not where NO_COLOR is set', () => {
  const terminal = { isTTY: true };
  const plain = { isTTY: undefined };
  expect(createPaint(lookOf(terminal, {})).good('ok')).toBe('\u001b[32mok\u001b[39m');
  for (const look of [
    lookOf(plain, {}),
    lookOf(terminal, { NO_COLOR: '1' }),
    lookOf(terminal, { TERM: 'dumb' }),
  ]) {
    expect(createPaint(look).good('ok')).toBe('ok');
    let written = '';
    const progress = createProgress({ write: (text) => (written += text) }, look);
    for (const share of [0, 0.01, 0.02, 0.5]) progress.show(share, 'Uploading');
    progress.end();
    expect(written).toBe('0 %  Uploading\n50 %  Uploading\n');
  }
  let drawn = '';
  const bar = createProgress({ write: (text) => (drawn += text) }, lookOf(terminal, {}));
  bar.show(0.5, 'Uploading');
  bar.end();
  expect(drawn).toBe(`\r\u001b[2K${'█'.repeat(12)}${'░'.repeat(12)}  50 %  Uploading\n`);
});

it('ends without a word when its reader has gone', async () => {
  const program = fileURLToPath(new URL('./act.ts', import.meta.url));
  const child = spawn(process.execPath, [program, '--help'], {
    env: guardedEnvironment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  expect([code, stderr]).toEqual([141, '']);
});
