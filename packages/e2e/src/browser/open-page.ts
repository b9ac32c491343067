import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { guardPages, type PageGuard } from './guard-page.ts';

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly guard: PageGuard;
}

/** A person's browser: cookies of its own, and a guard that is asked when it closes. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const guard = await guardPages(context);
  const page = await context.newPage();
  return {
    page,
    context,
    guard,
    [Symbol.asyncDispose]: async () => {
      await context.close();
      guard.check();
    },
  };
}
