export interface OfflineWords {
  readonly language: string;
  readonly title: string;
  readonly line: string;
}

/** Nothing but its own sheet, which is written into it. */
export const offlinePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** A page that needs no other file. It asks for the page that was wanted again and again, without a program. */
export const offlinePage = ({ language, title, line }: OfflineWords): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
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
</html>
`;
