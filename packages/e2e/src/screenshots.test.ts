import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { takeScreenshots } from './browser/take-screenshots.ts';
import { signInAs } from './pages/sign-in.ts';
import { furnishBrand } from './world/furnish-brand.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it.runIf(isFullRun())(
  'looks right in every width, theme and language, and nothing moves',
  { timeout: 2_400_000 },
  async () => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const [visitor, admin, newcomer, freelancer, viewer] = [
      await world.openPage(),
      await world.openPage(),
      await world.openPage(),
      await world.openPage(),
      await world.openPage(),
    ];
    await signInAs(newcomer.page, 'newcomer');
    await signInAs(freelancer.page, 'freelancer');
    await signInAs(viewer.page, 'acmeMember');
    const trainings = await furnishBrand(world, engine, admin.page);
    // Whoever watches keeps a connection open.
    await admin.page.goto('/');

    const screens = [
      { browser: visitor, name: 'sign-in', path: '/sign-in' },
      { browser: visitor, name: 'sign-up', path: '/sign-up' },
      { browser: visitor, name: 'sign-up-invited', path: '/sign-up?invitation=abc' },
      { browser: visitor, name: 'reset', path: '/reset' },
      { browser: visitor, name: 'password', path: '/password?token_hash=abc&type=recovery' },
      { browser: visitor, name: 'offline', path: '/offline' },
      { browser: newcomer, name: 'welcome', path: '/welcome' },
      { browser: freelancer, name: 'brands', path: '/brands' },
      { browser: freelancer, name: 'open-brand', path: '/open/acmecompany?next=/models' },
      { browser: admin, name: 'home', path: '/' },
      { browser: admin, name: 'datasets', path: '/training/upload' },
      { browser: admin, name: 'captions', path: '/training/upload?step=captions' },
      { browser: admin, name: 'configure', path: '/training/configure' },
      { browser: admin, name: 'jobs', path: '/training/jobs' },
      { browser: admin, name: 'job-completed', path: trainings.completed },
      { browser: admin, name: 'job-loss', path: `${trainings.completed}&tab=loss` },
      { browser: admin, name: 'job-log', path: `${trainings.completed}&tab=log` },
      { browser: admin, name: 'job-config', path: `${trainings.completed}&tab=config` },
      { browser: admin, name: 'job-files', path: `${trainings.completed}&tab=files` },
      { browser: admin, name: 'job-failed', path: trainings.failed },
      {
        browser: admin,
        name: 'job-running',
        path: trainings.running,
        isThereWith: 'main .bg-good',
      },
      { browser: admin, name: 'models', path: '/models' },
      { browser: admin, name: 'generate', path: '/generate/new' },
      { browser: admin, name: 'gallery', path: '/generate/gallery' },
      { browser: admin, name: 'documents', path: '/documents' },
      { browser: admin, name: 'activity', path: '/activity' },
      { browser: admin, name: 'members', path: '/settings/members' },
      ...['policy', 'usage', 'notices', 'look', 'retention', 'account'].map((section) => ({
        browser: admin,
        name: `settings-${section}`,
        path: `/settings?section=${section}`,
      })),
      // A brand in which nothing has happened yet.
      ...['/', '/training/upload', '/training/jobs', '/models', '/generate/new', '/generate/gallery'].map(
        (path) => ({ browser: viewer, name: `empty${path.replaceAll('/', '-')}`, path }),
      ),
      { browser: admin, name: 'parts', path: '/parts' },
      { browser: admin, name: 'missing', path: '/nowhere' },
    ];
    for (const { browser, name, path, ...screen } of screens) {
      if (name === 'missing') browser.guard.allow('404');
      const reports = await takeScreenshots(browser.context, {
        ...screen,
        name,
        url: new URL(path, world.storefront.url).href,
      });
      for (const report of reports) {
        expect.soft(report.layoutShift, report.name).toBeLessThanOrEqual(0.02);
        expect.soft(report.overflow, report.name).toBe(0);
      }
    }
  },
);
