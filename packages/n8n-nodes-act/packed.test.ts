import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const manifest = z
  .object({
    dependencies: z.undefined().optional(),
    n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const iconsSchema = z.object({ light: z.string(), dark: z.string() });
const typeSchema = z.object({
  icon: iconsSchema.optional(),
  description: z
    .object({ icon: iconsSchema, credentials: z.array(z.object({ name: z.string() })) })
    .optional(),
  name: z.string().optional(),
});

/** As n8n's loader does: the class is called as its file is, up to the first dot. */
function load(file: string) {
  const [className = ''] = basename(file).split('.');
  const loaded: unknown = require(join(root, file));
  const classes = z
    .record(
      z.string(),
      z.custom<new () => unknown>((value) => typeof value === 'function'),
    )
    .parse(loaded);
  const Type = classes[className];
  if (!Type) throw new Error(`${file} has no class ${className}.`);
  return typeSchema.parse(new Type());
}

const files = [...manifest.n8n.nodes, ...manifest.n8n.credentials];

it.each(files)('%s is loaded with require, and its icons lie where it says', (file) => {
  const { icon, description } = load(file);
  const { light, dark } = iconsSchema.parse(icon ?? description?.icon);
  for (const one of [light, dark]) {
    expect(existsSync(join(root, dirname(file), one.replace(/^file:/, '')))).toBe(true);
  }
});

it('asks for no credentials but its own', () => {
  const own = manifest.n8n.credentials.map((file) => load(file).name);
  for (const file of manifest.n8n.nodes) {
    expect(load(file).description?.credentials.map(({ name }) => name)).toEqual(own);
  }
});

it('needs nothing at run time but what n8n brings', async () => {
  const wanted = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name),
  );
  expect([...new Set(wanted)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
});

it('packs the nodes, the icons and the workflows, and no sources', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [packed] = z
    .array(z.object({ files: z.array(z.object({ path: z.string() })) }))
    .parse(JSON.parse(stdout));
  const paths = packed?.files.map(({ path }) => path) ?? [];
  expect(paths).toEqual(expect.arrayContaining([...files, 'README.md', 'dist/icons/act.svg']));
  expect(paths).toContain('workflows/train-when-20-are-new.json');
  expect(paths.filter((path) => path.endsWith('.ts'))).toEqual([]);
});
