import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from './words.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#f6f6f4, #161715); --raised: light-dark(#ffffff, #1e201d); --line: light-dark(#dcdcd6, #353832);
  --text: light-dark(#1c1e1a, #e9eae4); --muted: light-dark(#5d6159, #a2a79b); --accent: light-dark(#9c3d10, #ff9a66);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 60rem; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 4px; text-wrap: balance; }
h1 + dl { margin-top: 16px; }
time { white-space: nowrap; }
h2 { font-size: 1rem; margin: 32px 0 8px; }
p { margin: 0 0 12px; max-width: 65ch; }
.muted { color: var(--muted); }
a { color: var(--accent); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: 0.9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
ul, dl { margin: 0; padding: 0; list-style: none; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
li, dl > div { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 12px 16px; border-top: 1px solid var(--line); }
li:first-child, dl > div:first-child { border-top: 0; }
li > :first-child, dt { flex: 1 1 16rem; min-width: 0; overflow-wrap: anywhere; }
li > :last-child, dd { flex: 2 1 20rem; min-width: 0; margin: 0; overflow-wrap: anywhere; }
dt { color: var(--muted); }
dl.facts dt { flex: 0 0 8rem; }
nav { margin-bottom: 24px; }
pre { margin: 16px 0 0; padding: 16px; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 60vh; margin-top: 16px; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
`;

export interface Page {
  language: Language;
  title: string;
  body: Html;
}

export function layout({ language, title, body }: Page): Html {
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${title}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>`;
}
