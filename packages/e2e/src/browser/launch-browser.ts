import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardedEnvironment } from '@act/local-stack/testing';
import { type Browser, chromium } from 'playwright-core';
import { loadJourneySettings } from '../load-setting.ts';

/** What a browser without a screen and a sandbox needs; nothing that lets pages do more than elsewhere. */
const flags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

export type RunningBrowser = Browser & AsyncDisposable;

/** A browser of one's own, with a folder of its own for what it leaves. */
export async function launchBrowser(): Promise<RunningBrowser> {
  const { browserFolder } = loadJourneySettings();
  const scratch = await mkdtemp(join(tmpdir(), 'act-browser-'));
  const browser = await chromium.launch({
    executablePath: join(browserFolder, 'chromium'),
    args: flags,
    // As in people's browsers: the back button may show a page from memory.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    env: guardedEnvironment({
      TMPDIR: scratch,
      LD_LIBRARY_PATH: join(browserFolder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(browserFolder, 'fonts.conf'),
      // It is for Node, and the browser has a guard of its own.
      NODE_OPTIONS: '',
    }),
  });
  return Object.assign(browser, {
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(scratch, { recursive: true, force: true });
    },
  });
}
