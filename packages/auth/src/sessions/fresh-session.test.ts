import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signIn } from '../people/sign-in.ts';
import { openBrowser, type TestBrowser } from '../testing/open-browser.ts';
import { withFreshSession } from './fresh-session.ts';

const cookieName = 'test-session';

/** Lets the session in a browser's cookies end a minute ago, as its own clock has it. */
function expire(browser: TestBrowser): void {
  const [prefix, encoded = ''] = (browser.cookies.get(cookieName) ?? '').split('base64-');
  const session = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  const ended = { ...session, expires_at: Math.floor(Date.now() / 1000) - 60 };
  browser.cookies.set(
    cookieName,
    `${prefix}base64-${Buffer.from(JSON.stringify(ended)).toString('base64url')}`,
  );
}

const toHeader = ({ cookies }: TestBrowser) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

it('renews a session that is over, for the handler and for the browser at once', async () => {
  await using stack = await startStack({ listen: true });
  const settings = { url: stack.url, publishableKey: stack.secrets.publishableKey };
  const browser = openBrowser(stack);
  await signIn(browser.session(), {
    email: demoPeople.ctMember.email,
    password: stack.secrets.demoPassword,
  });
  const seen: string[] = [];
  const ask = async () => {
    const request = new Request('http://studio.test/api/me', {
      method: 'POST',
      body: 'kept',
      headers: { cookie: toHeader(browser) },
    });
    return withFreshSession(
      request,
      async (fresh) => {
        seen.push(fresh.headers.get('cookie') ?? '');
        return new Response(await fresh.text(), { headers: { 'set-cookie': 'other=1' } });
      },
      { settings, cookieName },
    );
  };

  const untouched = await ask();
  expect(seen[0]).toBe(toHeader(browser));
  expect(untouched.headers.getSetCookie()).toEqual(['other=1']);

  expire(browser);
  const renewed = await ask();
  expect(seen[1]).not.toBe(toHeader(browser));
  expect(await renewed.text()).toBe('kept');
  expect(renewed.headers.getSetCookie().some((cookie) => cookie.startsWith(`${cookieName}=base64-`))).toBe(
    true,
  );
  expect(renewed.headers.getSetCookie()).toContain('other=1');
  expect(renewed.headers.get('cache-control')).toContain('no-store');
});

it('asks nobody for a visitor without a session', async () => {
  const nowhere = { url: 'http://127.0.0.1:9', publishableKey: 'none' };
  const response = await withFreshSession(
    new Request('http://studio.test/api/health/live'),
    async () => new Response('alive'),
    { settings: nowhere, cookieName },
  );
  expect(await response.text()).toBe('alive');
});
