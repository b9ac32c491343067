import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { measureShift } from './measure-shift.ts';

const widths = [390, 1024, 1600] as const;
const languages = ['en', 'ru'] as const;
const themes = ['light', 'dark'] as const;

/** Kept for people to look at; git ignores it. */
const screenshotFolder = fileURLToPath(new URL('../../.test-results/screenshots/', import.meta.url));

export interface Screen {
  /** Of the files. */
  readonly name: string;
  readonly url: string;
  /** Has a connection that stays open, and so is never idle: it is there once this is. */
  readonly isThereWith?: string | undefined;
}

export interface ScreenReport {
  readonly name: string;
  readonly layoutShift: number;
  /** How much wider than the window it is, in pixels. */
  readonly overflow: number;
}

/** Takes pictures of a page in every width, theme and language, as the person of this browser sees it. */
export async function takeScreenshots(context: BrowserContext, screen: Screen): Promise<ScreenReport[]> {
  await mkdir(screenshotFolder, { recursive: true });
  const page = await context.newPage();
  const reports: ScreenReport[] = [];
  for (const language of languages) {
    await context.addCookies([{ name: 'language', value: language, url: new URL('/', screen.url).href }]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme: themes[0] });
      await page.goto(screen.url);
      await isThere(page, screen);
      const name = `${screen.name}-${width}-${language}`;
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      reports.push({ name, layoutShift: await measureShift(page), overflow });
      // Colours alone differ between themes: nothing is loaded anew for them.
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: join(screenshotFolder, `${screen.name}-${width}-${colorScheme}-${language}.png`),
          animations: 'disabled',
        });
      }
    }
  }
  await page.close();
  return reports;
}

async function isThere(page: Page, { isThereWith }: Screen): Promise<void> {
  if (isThereWith) await page.locator(isThereWith).first().waitFor();
  else await page.waitForLoadState('networkidle');
}
