import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from './commands/all-commands.ts';
import type { Start } from './program/command.ts';
import type { World } from './program/world.ts';
import { readInlineCode, readPages, readText, repository, toAnchor } from './testing/read-docs.ts';

const pages = readPages();
const allCommands = pages.flatMap((page) => page.commands.map((block) => ({ page: page.name, ...block })));

/** What is run by tests of its own: where, and in which words. */
const deadLetters = 'packages/worker/src/failures/dead-letters.test.ts';
const provenBy = new Map([
  ['npm start', ['packages/local-stack/src/supervisor/whole-path.test.ts', 'spawnStack(']],
  ['npm run example', ['examples/examples.test.ts', "run('train-and-generate.ts'"]],
  ['npm run isolation', ['packages/cli/src/operator.test.ts', "act(['isolation', '--json'])"]],
  ['act-worker dead-letters list', [deadLetters, "act('list')"]],
  ['act-worker dead-letters requeue <id>', [deadLetters, "act('requeue', id)"]],
]);

class ReachedError extends Error {}
/** Whoever touches it has understood the whole line. */
const nowhere: World = new Proxy(Object.create(null), {
  get: () => {
    throw new ReachedError();
  },
});
const parseOnly: Start = async (_, run) => {
  try {
    await run(nowhere);
  } catch (error) {
    if (!(error instanceof ReachedError)) throw error;
  }
};

async function parseAct(line: string): Promise<void> {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const program = new Command('act').exitOverride().configureOutput({ writeErr: () => undefined });
  for (const command of commands) command.addTo(program, parseOnly);
  await program.parseAsync(words, { from: 'user' });
}

const actLines = allCommands.flatMap(({ page, lines }) =>
  lines.flatMap((line) => {
    const [, words] = /^(?:npx )?act (.*)$/.exec(line) ?? [];
    return words === undefined ? [] : [[page, words] as const];
  }),
);

it.each(actLines)('%s: `act %s` is understood', async (_, line) => {
  await parseAct(line);
});

it('would not understand what is wrong', async () => {
  expect(actLines.length).toBeGreaterThan(12);
  await expect(parseAct('train ./pictures --presett best')).rejects.toThrow('--presett');
  await expect(parseAct('train ./pictures --steps many')).rejects.toThrow('--steps');
  await expect(parseAct('models use')).rejects.toThrow('missing required argument');
});

const manifestSchema = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).default({}) });
const manifests = new Map(
  globSync(['package.json', '{packages,brands}/*/package.json'], { cwd: repository }).map((path) => {
    const { name, scripts } = manifestSchema.parse(JSON.parse(readText(path)));
    return [name, scripts];
  }),
);

it('names scripts and commands that are there', () => {
  const inline = pages.flatMap(readInlineCode);
  const lines = [...allCommands.flatMap((block) => block.lines), ...inline];
  for (const line of lines) {
    const [, script] = /^npm (?:run )?(start|test|(?<=run )[\w:]+)/.exec(line) ?? [];
    if (script) expect([line, manifests.get('act')?.[script]]).toEqual([line, expect.any(String)]);
    const [, name, own] = /^pnpm .*--filter (\S+)(?: (?!exec)([\w:]+))?/.exec(line) ?? [];
    if (name) expect([line, manifests.has(name)]).toEqual([line, true]);
    if (name && own) expect([line, manifests.get(name)?.[own]]).toEqual([line, expect.any(String)]);
    const [, command] = /^(?:npx )?act (\S+)/.exec(line) ?? [];
    if (command)
      expect([line, readText('packages/cli/README.md').includes(`\`${command}`)]).toEqual([line, true]);
  }
  expect(lines.filter((line) => line.startsWith('npm ')).length).toBeGreaterThan(3);
});

it('has no command that nobody runs: each is run below, by a test of its own, or marked', () => {
  for (const { page, text, lines } of allCommands.filter(({ needsAccount }) => !needsAccount)) {
    const isScript = text.includes('curl ');
    for (const line of lines) {
      const [test, words = ''] = provenBy.get(line) ?? [];
      const isRun =
        isScript || /^npx act /.test(line) || (test !== undefined && readText(test).includes(words));
      expect([page, line, isRun]).toEqual([page, line, true]);
    }
  }
  const languages = pages.flatMap(({ text }) => [...text.matchAll(/^```(\w+.*)$/gm)].map(([, kind]) => kind));
  expect(new Set(languages)).toEqual(new Set(['sh', 'sh needs-account', 'sql needs-account']));
});

it('leads to what is there', () => {
  for (const { name, text } of pages) {
    for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? `docs/${name}` : join('docs', path);
      expect([name, link, existsSync(join(repository, file))]).toEqual([name, link, true]);
      if (anchor === undefined) continue;
      const headings = [...readText(file).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => toAnchor(title));
      expect([name, link, headings.includes(anchor)]).toEqual([name, link, true]);
    }
  }
  for (const page of pages) {
    for (const path of readInlineCode(page)) {
      if (!/^(packages|brands|supabase|docs|examples)\/[\w./@-]*$/.test(path)) continue;
      expect([page.name, path, existsSync(join(repository, path))]).toEqual([page.name, path, true]);
    }
  }
});

it('has a map that shows every page, and the README of every package', () => {
  const map = pages.find(({ name }) => name === 'README.md')?.text ?? '';
  for (const { name } of pages) if (name !== 'README.md') expect(map).toContain(`](${name})`);
  for (const path of globSync('packages/*/README.md', { cwd: repository }))
    expect(map).toContain(`](../${path})`);
  expect(readText('README.md')).toContain('](docs/README.md)');
});

const variable = /\b(?:ACT|SUPABASE|REPLICATE|RUNPOD)_[A-Z0-9_]*[A-Z0-9]\b/g;
const variablesIn = (text: string) => new Set(text.match(variable) ?? []);
/** Where the environment is read; not by tests. */
const readers = new Map(
  [
    ...globSync(['{packages,supabase}/**/load-setting.ts', 'examples/load-setting.ts'], {
      cwd: repository,
      exclude: (path) => /(^|\/)(node_modules|dist|testing)(\/|$)/.test(path),
    }),
    'packages/runpod-worker/worker/settings.py',
  ].map((path) => [path, variablesIn(readText(path))]),
);
const production = pages.find(({ name }) => name === 'production.md')?.text ?? '';

it('names no variable that nobody reads, and all that somebody reads where production is told of', () => {
  const read = new Set([...readers.values()].flatMap((names) => [...names]));
  expect(read.size).toBeGreaterThan(50);
  for (const { name, text } of pages) {
    expect([name, [...variablesIn(text)].filter((one) => !read.has(one))]).toEqual([name, []]);
  }
  const named = variablesIn(production);
  expect([...read].filter((one) => !named.has(one))).toEqual([]);
});

it('says of each variable where it is read, and of no other place', () => {
  const rows = production.split('\n').filter((line) => /^\| `[A-Z]+_/.test(line));
  expect(rows.length).toBeGreaterThan(35);
  for (const row of rows) {
    const [names = '', , places = ''] = row.split(' | ');
    const own = variablesIn(names);
    const told = [...places.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path).sort();
    const actual = [...readers].filter(([, read]) => [...own].some((name) => read.has(name)));
    expect([names, told]).toEqual([names, actual.map(([path]) => path).sort()]);
  }
});

it('explains every failure of a provider, and no other', () => {
  const [, list = ''] =
    /const explanations.*?= \{\n(.*?)^\};/ms.exec(
      readText('packages/ai-models/src/providers/explain-failure.ts'),
    ) ?? [];
  const failures = [...list.matchAll(/^ {2}(\w+): explain\(/gm)].map(([, name]) => name);
  expect(failures.length).toBeGreaterThan(15);
  const recovery = pages.find(({ name }) => name === 'recovery.md')?.text ?? '';
  const [, table = ''] = /## What each named failure means(.*)/s.exec(recovery) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name).slice(1)).toEqual(failures);
});

it('has the four entries of the founding setup guide in its words', () => {
  const page = pages.find(({ name }) => name === 'troubleshooting.md')?.text ?? '';
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title).slice(0, 4)).toEqual([
    'Error: "REPLICATE_API_TOKEN environment variable is not set"',
    'Error: "At least 5 training images are required"',
    'Error: "Failed to create training ZIP"',
    'Training stuck at 0%',
  ]);
});
