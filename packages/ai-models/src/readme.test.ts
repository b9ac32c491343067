import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './consumers/testing/consumer-project.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = read('../README.md');
const blocksOf = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

/** What the blocks take as given: declared for the whole project, so that a block may say it anew. */
const given = `
  type Ai = import('@act/ai-models').AiModels;
  type Options = import('@act/ai-models').AiModelsOptions;
  declare const ai: Ai;
  declare const supabase: Options['supabase'];
  declare const access: Options['access'];
  declare const files: Blob[];
  declare const file: Blob;
  declare const [address, jobId, publishableKey, email, password, signingKey, apiToken]: string[] & Record<number, string>;
  declare function tokenOfThisRequest(): string | null;
  declare const $json: Record<'publishableKey' | 'robotEmail' | 'robotPassword' | 'brandId', string>;`;

let project: ConsumerProject;
beforeAll(async () => {
  project = await createConsumerProject();
});
afterAll(() => project?.[Symbol.asyncDispose]());

it('shows code that fits the types', { timeout: 120_000 }, async () => {
  const blocks = blocksOf('ts').map((code, index) => [`block-${index}.mts`, code]);
  expect(blocks.length).toBeGreaterThan(7);
  // Its text is the body of a function there.
  const nodes = blocksOf('js').map((code, index) => [
    `node-${index}.mts`,
    code
      .replace(/^const (.*) = require\((.*)\);$/gm, 'import $1 from $2;')
      .replace(/^return /m, 'export const answer = '),
  ]);
  expect(nodes).toHaveLength(1);
  const sources = Object.fromEntries([['given.d.ts', given], ...blocks, ...nodes]);
  expect(await project.checkTypes(sources, ['--noEmit', '--module', 'nodenext', '--skipLibCheck'])).toBe('');
});

it('explains every code of an error, and no other', () => {
  const union = /type AiModelsErrorCode =(.*?);/s.exec(read('./errors/ai-models-error.ts'))?.[1] ?? '';
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(30);
  // The first row says what the columns are.
  const [, table = ''] = /## Errors(.*?)\n## /s.exec(readme) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` /gm)].map(([, code]) => code).slice(1)).toEqual(codes);
});

it('has every call in its table, in their order, and no other', () => {
  const { members = '' } =
    /interface AiModels \{(?<members>.*?)^\}/ms.exec(read('./ai-models.ts'))?.groups ?? {};
  const calls = [...members.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(calls.length).toBeGreaterThan(30);
  const [, table = ''] = /## All calls(.*?)\n## /s.exec(readme) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)).toEqual(calls);
});

it('names every variable of the environment', async () => {
  const { environmentSchema } = await import('./environment.ts');
  // What is told elsewhere or was called so before.
  const untold = ['SUPABASE_ANON_KEY'];
  const missing = Object.keys(environmentSchema.shape).filter(
    (name) => !readme.includes(`\`${name}`) && !readme.includes(`${name}\``),
  );
  expect(missing).toEqual(untold);
});

it('links to what is there, and names commands that are there', () => {
  for (const [, path = ''] of readme.matchAll(/\]\(((?:\.\.|src)\/[^)]+)\)/g)) {
    expect([path, existsSync(new URL(`../${path}`, import.meta.url))]).toEqual([path, true]);
  }
  const scripts = JSON.parse(read('../../../package.json')).scripts;
  for (const [, script = ''] of readme.matchAll(/^npm (?:run )?(start|example)/gm))
    expect(scripts).toHaveProperty(script);
  const anchors = [...readme.matchAll(/\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  const titles = [...readme.matchAll(/^## (.*)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  );
  expect(anchors).toEqual(titles);
});
