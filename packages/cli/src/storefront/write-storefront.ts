import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { ownFiles, type StorefrontIdentity } from './own-files.ts';

/** The plainest of all storefronts: its routes are everybody's. */
const pattern = 'act-frontend';

/** What a build leaves behind, and what of the pattern is its own look. */
const isLeftOut = (path: string): boolean =>
  /(^|\/)(node_modules|\.next|\.turbo|look|messages)(\/|$)/.test(path) || /\.tsbuildinfo$/.test(path);

const packageSchema = z.looseObject({ name: z.string(), description: z.string() });

/** Makes the storefront's folder, whole or not at all, and says where it lies. */
export async function writeStorefront(repository: string, identity: StorefrontIdentity): Promise<string> {
  const brands = join(repository, 'brands');
  const source = join(brands, pattern);
  const folder = join(brands, identity.id);
  if (!existsSync(source))
    throw refusal(`${repository} is no repository of this product.`, 'Name it with --repository.');
  if (existsSync(folder)) throw refusal(`brands/${identity.id} is there already.`, 'Choose another id.');
  const unfinished = join(brands, `.${identity.id}-unfinished`);
  try {
    await cp(source, unfinished, { recursive: true, filter: (path) => !isLeftOut(relative(source, path)) });
    const files = { ...ownFiles(identity), 'package.json': await describePackage(source, identity) };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(unfinished, name)), { recursive: true });
      await writeFile(join(unfinished, name), text);
    }
    await rename(unfinished, folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return join('brands', basename(folder));
}

async function describePackage(source: string, { id, name }: StorefrontIdentity): Promise<string> {
  const described = packageSchema.parse(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')));
  const description = `The ${name} storefront: config, theme, messages, and routes of a few lines.`;
  return `${JSON.stringify({ ...described, name: id, description }, null, 2)}\n`;
}

const refusal = (message: string, hint: string) =>
  new CliError({ code: 'usage', message, hint, exitCode: exitCodes.usage });
