import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = async (language: string): Promise<unknown> =>
  JSON.parse(
    await readFile(
      new URL(`../../../brands/act-frontend/messages/${language}.json`, import.meta.url),
      'utf8',
    ),
  );

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

it('has every text of the storefront in both languages, with the same things put into it', async () => {
  const [english, russian] = [flatten(await read('en')), flatten(await read('ru'))];
  expect(english.size).toBeGreaterThan(50);
  expect(russian).toEqual(english);
});
