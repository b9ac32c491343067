import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { openWorld } from './world/open-world.ts';

it('answers nobody who came by a foreign name, where one click signs in', async () => {
  await using world = await openWorld();
  const { port } = new URL(world.storefront.url);
  const paths = ['/sign-in', '/api/health/live', '/theme.css', '/_next/static/none.js'];
  for (const host of ['rebind.evil.example', `rebind.evil.example:${port}`, '127.0.0.1.evil.example']) {
    for (const path of paths) expect([host, path, await askAs(port, path, host)]).toEqual([host, path, 403]);
    expect(await askAs(port, '/sign-in', host, 'POST')).toBe(403);
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, '[::1]:3000', 'localhost']) {
    expect([host, await askAs(port, '/sign-in', host)]).toEqual([host, 200]);
  }
});

/** The status of an answer to somebody who calls this server by a name of their choice. */
async function askAs(port: string, path: string, host: string, method = 'GET'): Promise<number | undefined> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } });
  const answered = once(asked, 'response');
  asked.end();
  const [response] = await answered;
  response.resume();
  return response.statusCode;
}

it('lets no file be taken for another kind than it is', async () => {
  await using world = await openWorld();
  for (const path of ['/theme.css?theme={}', '/offline', '/service-worker.js', '/icon.svg', '/sign-in']) {
    const { headers } = await fetch(`${world.storefront.url}${path}`);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
  }
});

it('opens a brand for a form of this site alone', async () => {
  await using world = await openWorld();
  const { page, context } = await world.openPage();
  await signInAs(page, 'freelancer');
  const { url } = world.storefront;
  const open = async (headers: Record<string, string>, data = 'next=%2Fmodels') => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const answer = await context.request.post('/open/acmecompany/now', {
      headers: form,
      data,
      maxRedirects: 0,
    });
    return [answer.status(), answer.headers().location];
  };
  const brandCookie = async () =>
    (await context.cookies()).find(({ name }) => name.endsWith('-brand'))?.value;
  expect(await open({ origin: 'http://127.0.0.1:1' })).toEqual([403, undefined]);
  expect(await open({ origin: 'null' })).toEqual([403, undefined]);
  expect(await open({})).toEqual([403, undefined]);
  expect(await open({ origin: url, 'content-type': 'application/json' }, '{}')).toEqual([400, undefined]);
  expect(await brandCookie()).toBeUndefined();
  expect(await open({ origin: url })).toEqual([303, '/models']);
  expect(await brandCookie()).toBe('acmecompany');

  await context.clearCookies();
  const backTo = encodeURIComponent('/open/acmecompany?next=%2Fmodels');
  expect(await open({ origin: url })).toEqual([303, `/sign-in?next=${backTo}`]);
});

it('says of a brand with broken settings that it cannot be opened, and keeps nobody in it', async () => {
  await using world = await openWorld();
  await breakBrand(world.stack, 'acmecompany');
  const { page } = await world.openPage();
  await signInAs(page, 'freelancer');
  await page.getByRole('button', { name: 'Acme Company' }).click();
  await page.getByRole('heading', { name: 'Acme Company cannot be opened just now' }).waitFor();
  await page.getByRole('link', { name: 'Switch to another brand' }).click();
  await page.getByRole('button', { name: 'Creative Technologists' }).click();
  await page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();

  const only = await world.openPage({ locale: 'ru-RU' });
  await signInAs(only.page, 'acmeAdmin');
  await only.page.getByRole('heading', { name: 'Acme Company сейчас нельзя открыть' }).waitFor();
  expect((await only.page.goto('/brands'))?.status()).toBe(200);
  await only.page.goto('/training/jobs');
  await only.page.getByRole('button', { name: 'Выйти' }).click();
  await only.page.waitForURL('**/sign-in');
});

async function breakBrand(stack: TestStack, brandId: string): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query(`update public.brands set settings = '{"language": "tlh"}' where id = $1`, [brandId]);
}
