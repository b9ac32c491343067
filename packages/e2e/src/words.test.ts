import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const repository = new URL('../../../', import.meta.url);
const folders = [
  'packages/storefront',
  ...(await readdir(new URL('brands/', repository))).map((name) => `brands/${name}`),
];

const read = async (folder: string, language: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`${folder}/messages/${language}.json`, repository), 'utf8'));

/** Every text by its flat key, with the names of what is put into it. */
function flatten(value: unknown, key = ''): Map<string, string> {
  if (typeof value === 'string') {
    const names = [...value.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();
    return new Map([[key, names.join(' ')]]);
  }
  return new Map(
    Object.entries(value ?? {}).flatMap(([name, entry]) => [
      ...flatten(entry, key ? `${key}.${name}` : name),
    ]),
  );
}

it.each(folders)(
  'has every text of %s in both languages, with the same things put into it',
  async (folder) => {
    const [english, russian] = [flatten(await read(folder, 'en')), flatten(await read(folder, 'ru'))];
    expect(english.size).toBeGreaterThan(0);
    expect(russian).toEqual(english);
  },
);
