import { expect, it } from 'vitest';
import { takeScreenshots } from './browser/take-screenshots.ts';
import { loadJourneySettings } from './load-setting.ts';
import { signInAs } from './pages/sign-in.ts';
import { addMarks } from './world/add-marks.ts';
import { openWorld } from './world/open-world.ts';

const { isFull } = loadJourneySettings();

it.runIf(isFull)(
  'looks right in every width, theme and language, and nothing moves',
  { timeout: 1_200_000 },
  async () => {
    await using world = await openWorld();
    const [visitor, admin, newcomer, freelancer] = await Promise.all([
      world.openPage(),
      world.openPage(),
      world.openPage(),
      world.openPage(),
    ]);
    await signInAs(admin.page, 'ctAdmin');
    await signInAs(newcomer.page, 'newcomer');
    await signInAs(freelancer.page, 'freelancer');
    await addMarks(world.stack, {
      id: 'creativetechnologists',
      mark: 'signal-blue',
      pictures: 24,
      people: ['ctAdmin'],
    });
    const session = await world.stack.as('ctAdmin');
    await session.rpc('create_invitation', { brand_id: 'creativetechnologists', email: 'new@example.test' });

    const screens = [
      { browser: visitor, name: 'sign-in', path: '/sign-in' },
      { browser: visitor, name: 'sign-up', path: '/sign-up' },
      { browser: visitor, name: 'sign-up-invited', path: '/sign-up?invitation=abc' },
      { browser: visitor, name: 'reset', path: '/reset' },
      { browser: visitor, name: 'password', path: '/password?token_hash=abc&type=recovery' },
      { browser: newcomer, name: 'welcome', path: '/welcome' },
      { browser: freelancer, name: 'brands', path: '/brands' },
      { browser: admin, name: 'home', path: '/' },
      { browser: admin, name: 'members', path: '/settings/members' },
      { browser: admin, name: 'datasets', path: '/training/upload' },
      { browser: admin, name: 'jobs', path: '/training/jobs' },
      { browser: admin, name: 'models', path: '/models' },
      { browser: admin, name: 'generate', path: '/generate/new' },
      { browser: admin, name: 'gallery', path: '/generate/gallery' },
      { browser: admin, name: 'parts', path: '/parts' },
      { browser: admin, name: 'missing', path: '/nowhere' },
    ];
    for (const screen of screens) {
      if (screen.name === 'missing') screen.browser.guard.allow('404');
      const reports = await takeScreenshots(screen.browser.context, {
        name: screen.name,
        url: `${world.storefront.url}${screen.path}`,
      });
      for (const report of reports) {
        expect.soft(report.layoutShift, report.name).toBeLessThanOrEqual(0.02);
        expect.soft(report.overflow, report.name).toBe(0);
      }
    }
  },
);
