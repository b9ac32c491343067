import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export interface LoadedScript {
  readonly path: string;
  readonly gzipBytes: number;
}

/** The scripts that a page asks for by itself before anybody has done anything, each as large as it is when compressed. */
export async function measureScripts(page: Page, path: string): Promise<LoadedScript[]> {
  const html = await (await page.request.get(path)).text();
  const tags = html.match(/<script[^>]+>/g) ?? [];
  const sources = tags.flatMap((tag) => {
    // Browsers of today skip it.
    if (/\bnomodule\b/i.test(tag)) return [];
    const source = /\bsrc="([^"]+)"/.exec(tag)?.[1];
    return source ? [source.replaceAll('&amp;', '&')] : [];
  });
  return Promise.all(
    [...new Set(sources)].map(async (source) => ({
      path: source,
      gzipBytes: gzipSync(await (await page.request.get(source)).body()).byteLength,
    })),
  );
}
