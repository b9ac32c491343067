import type { TestStack } from '@act/local-stack/testing';
import type { SupabaseClient } from '@supabase/supabase-js';
import { createCookieSession } from '../sessions/cookie-session.ts';
import { createVisitor } from '../sessions/visitor.ts';

/** A browser as a server sees it: cookies, and a session made from them for each request. */
export interface TestBrowser {
  /** By name; what was set last. */
  readonly cookies: Map<string, string>;
  /** The headers that came with the last cookies. */
  readonly headers: Headers;
  /** The session of one request. */
  session(): SupabaseClient;
  /** A client without a session. */
  visitor(): SupabaseClient;
}

export function openBrowser(stack: TestStack, cookieName = 'test-session'): TestBrowser {
  const cookies = new Map<string, string>();
  const headers = new Headers();
  const settings = { url: stack.url, publishableKey: stack.secrets.publishableKey };
  return {
    cookies,
    headers,
    session: () =>
      createCookieSession({
        settings,
        cookieName,
        isSecure: false,
        fetch: (input, init) => stack.fetch(new Request(input, init)),
        getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
        setAll: (list, added) => {
          for (const { name, value } of list) {
            if (value) cookies.set(name, value);
            else cookies.delete(name);
          }
          for (const [name, value] of Object.entries(added)) headers.set(name, value);
        },
      }),
    visitor: () => createVisitor(settings, (input, init) => stack.fetch(new Request(input, init))),
  };
}

/** The token of the link in the newest mail to somebody. */
export async function readMailToken(
  stack: TestStack,
  email: string,
): Promise<{ tokenHash: string; type: string }> {
  const mail = (await stack.outbox.list()).find(({ to }) => to === email);
  const link = /https?:\/\/[^\s"<>]+\/password\?[^\s"<>]+/.exec(`${mail?.html} ${mail?.text}`)?.[0];
  const query = new URL(link?.replaceAll('&amp;', '&') ?? 'http://none').searchParams;
  return { tokenHash: query.get('token_hash') ?? '', type: query.get('type') ?? '' };
}
