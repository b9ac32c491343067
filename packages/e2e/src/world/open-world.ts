import { type RunningProgram, startStack, type TestStack } from '@act/local-stack/testing';
import type { BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../browser/launch-browser.ts';
import { type OpenPage, openPage } from '../browser/open-page.ts';
import { startStorefront } from './start-storefront.ts';

/** Everything a journey needs: a stack, a storefront in front of it, and a browser. */
export interface World extends AsyncDisposable {
  readonly stack: TestStack;
  readonly storefront: RunningProgram;
  /** One more storefront in front of the same stack. */
  openStorefront(name: string): Promise<RunningProgram>;
  /** A person's own browser. It is closed with the world, and asked then what went wrong in it. */
  openPage(options?: BrowserContextOptions): Promise<OpenPage>;
}

export interface OpenWorldOptions {
  /** Which storefront: its name, or its folder. Default `act-frontend`. */
  storefront?: string | URL;
}

export async function openWorld({ storefront: name }: OpenWorldOptions = {}): Promise<World> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const storefront = cleanup.use(await startStorefront(stack, name));
  const browser = cleanup.use(await launchBrowser());
  const owned = cleanup.move();
  return {
    stack,
    storefront,
    openStorefront: async (other) => owned.use(await startStorefront(stack, other)),
    openPage: async (options) => owned.use(await openPage(browser, { baseURL: storefront.url, ...options })),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
