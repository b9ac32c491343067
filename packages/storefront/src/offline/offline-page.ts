import { createHash } from 'node:crypto';

export interface OfflineWords {
  readonly language: string;
  readonly title: string;
  readonly line: string;
}

/**
 * Asks for the page that was wanted until it is there, and loads it then: a page that loads itself anew at set times takes
 * the place away from whoever is being read to.
 */
const program = `
  const load = () => location.reload();
  const isWanted = location.pathname !== '/offline';
  const ask = () => fetch(location.href, { method: 'HEAD', redirect: 'manual' }).then(load, () => undefined);
  addEventListener('online', load);
  if (isWanted) setInterval(ask, 5000);
`;
const programHash = createHash('sha256').update(program).digest('base64');

/** Nothing but its own sheet and program, which are written into it. */
export const offlinePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${programHash}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that needs no other file. */
export const offlinePage = ({ language, title, line }: OfflineWords): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
  body {
    margin: 0; min-height: 100dvh; display: grid; align-content: center; justify-items: start;
    padding: 24px max(24px, 50vw - 216px); box-sizing: border-box;
    background: light-dark(#f4f5f6, #101214); color: light-dark(#15171a, #eceef0);
    font: 14px/20px system-ui, sans-serif;
  }
  h1 { margin: 0 0 8px; font-size: 26px; line-height: 32px }
  p { margin: 0; color: light-dark(#565b62, #989ea6) }
</style>
<h1>${title}</h1>
<p>${line}</p>
<script>${program}</script>
</html>
`;
