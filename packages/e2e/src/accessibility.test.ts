import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { checkAccessibility } from './browser/check-accessibility.ts';
import { type DemoPersonName, signInAs } from './pages/sign-in.ts';
import { addMarks } from './world/add-marks.ts';
import { openWorld } from './world/open-world.ts';

const settingsSections = ['policy', 'usage', 'notices', 'look', 'retention', 'account'];

const everyDay = new Set([
  '/sign-in',
  '/',
  '/training/upload',
  '/training/configure',
  '/training/jobs',
  '/models',
  '/generate/new',
  '/generate/gallery',
]);

const pages: readonly (readonly [DemoPersonName | null, string])[] = [
  [null, '/sign-in'],
  [null, '/sign-up'],
  [null, '/reset'],
  [null, '/password?token_hash=abc&type=recovery'],
  [null, '/offline'],
  ['newcomer', '/welcome'],
  ['freelancer', '/brands'],
  ['ctAdmin', '/'],
  ['ctAdmin', '/settings/members'],
  ['ctAdmin', '/training/upload'],
  ['ctAdmin', '/training/upload?step=captions'],
  ['ctAdmin', '/training/configure'],
  ['ctAdmin', '/training/jobs'],
  ['ctAdmin', '/models'],
  ['ctAdmin', '/generate/new'],
  ['ctAdmin', '/generate/gallery'],
  ['ctAdmin', '/documents'],
  ['ctAdmin', '/activity'],
  ...settingsSections.map((section) => ['ctAdmin', `/settings?section=${section}`] as const),
];

const themes = ['light', 'dark'] as const;
const languages = ['en', 'ru'] as const;
/** One look every time, of what breaks most easily; the full run has every pair of theme and language. */
const looks = themes
  .flatMap((colorScheme) => languages.map((locale) => ({ colorScheme, locale })))
  .filter(({ colorScheme, locale }) => isFullRun() || (colorScheme === 'dark' && locale === 'ru'));
/** Those that a person comes by every day; all of them are for the full run. */
const looked = isFullRun() ? pages : pages.filter(([, path]) => everyDay.has(path));

it.each(looks)(
  'can be used by everybody, in the $colorScheme theme and in "$locale"',
  { timeout: 240_000 },
  async (look) => {
    await using world = await openWorld();
    await addMarks(world.stack, {
      id: 'creativetechnologists',
      mark: 'signal-blue',
      pictures: 12,
      people: ['ctAdmin'],
    });
    const people = new Map<DemoPersonName | null, Awaited<ReturnType<typeof world.openPage>>>();
    for (const [person, path] of looked) {
      const open = people.get(person) ?? (await world.openPage(look));
      if (person && !people.has(person)) await signInAs(open.page, person);
      people.set(person, open);
      await open.page.goto(path);
      await open.page.waitForLoadState('networkidle');
      expect.soft(await checkAccessibility(open.page), path).toEqual([]);
    }
  },
);
