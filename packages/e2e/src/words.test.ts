import { readdir, readFile } from 'node:fs/promises';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';

const repository = new URL('../../../', import.meta.url);
const folders = [
  'packages/storefront',
  ...(await readdir(new URL('brands/', repository))).map((name) => `brands/${name}`),
];

const read = async (folder: string, language: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`${folder}/messages/${language}.json`, repository), 'utf8'));

/** Every text by its flat key, with the names of what is put into it. */
function flatten(value: unknown, key = ''): Map<string, string[]> {
  if (typeof value === 'string') return new Map([[key, [...new Set(namesIn(parse(value)))].sort()]]);
  return new Map(
    Object.entries(value ?? {}).flatMap(([name, entry]) => [
      ...flatten(entry, key ? `${key}.${name}` : name),
    ]),
  );
}

/** A language may need a name in every form of its plural, another one once. */
const namesIn = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))];
  });

it.each(folders)(
  'has every text of %s in both languages, with the same things put into it',
  async (folder) => {
    const [english, russian] = [flatten(await read(folder, 'en')), flatten(await read(folder, 'ru'))];
    expect(english.size).toBeGreaterThan(0);
    expect(russian).toEqual(english);
  },
);
