import { expect, it } from 'vitest';
import { openWorld } from './world/open-world.ts';

it('says that there is no connection, goes on by itself when it is back, and keeps nothing else', async () => {
  await using world = await openWorld();
  const { page, context, guard } = await world.openPage();
  guard.allow('ERR_INTERNET_DISCONNECTED');
  await page.goto('/sign-in');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.goto('/sign-up');
  await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  const kept = await page.evaluate(
    `caches.keys().then((names) => Promise.all(names.map(async (name) => {
      const cache = await caches.open(name);
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    })))`,
  );
  expect(kept).toEqual([['/offline']]);
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Make an account' }).waitFor();
});
