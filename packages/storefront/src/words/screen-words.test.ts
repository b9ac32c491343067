import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isEverywhere, type ScreenName, screenWords } from './screen-words.ts';

const ui = fileURLToPath(new URL('../../../ui/src/', import.meta.url));

/** The words that a file asks for, and every file that it brings along. */
function findWords(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return new Set();
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const own = [...source.matchAll(/useWords\('(\w+)/g)].map(([, name = '']) => name);
  const brought = [...source.matchAll(/(?:from|import\()\s*'(\.[^']+|@act\/ui\/[^']+)'/g)].map(
    ([, path = '']) => findWords(locate(file, path), seen),
  );
  return new Set([...own, ...brought.flatMap((names) => [...names])]);
}

const locate = (file: string, path: string) =>
  path.startsWith('.') ? join(dirname(file), path) : join(ui, `${path.replace('@act/ui/', '')}.tsx`);

it('sends every page the words of the frame around it', () => {
  const asked = findWords(fileURLToPath(new URL('../pages/studio-layout.tsx', import.meta.url)));
  expect(asked).toContain('frame');
  expect([...asked].filter((words) => !isEverywhere(words))).toEqual([]);
});

it.each(Object.keys(screenWords) as ScreenName[])(
  'sends the screen %s all words that it asks for',
  (name) => {
    const rooms = [join(ui, 'screens', name), join(ui, 'lora')];
    const asked = new Set(rooms.flatMap((room) => [...findWords(join(room, `${name}-screen.tsx`))]));
    expect(asked.size).toBeGreaterThan(1);
    const sent: readonly string[] = screenWords[name];
    expect([...asked].filter((words) => !isEverywhere(words) && !sent.includes(words))).toEqual([]);
  },
);
