/** Both themes by the reader's choice; a grid of four pixels; lines, not shadows. */
export const referenceStyle = `
:root {
  color-scheme: light dark;
  --surface: light-dark(#f6f6f4, #151614); --raised: light-dark(#ffffff, #1d1f1c); --line: light-dark(#dcdcd6, #353832);
  --text: light-dark(#1c1e1a, #e9eae4); --muted: light-dark(#5d6159, #a2a79b); --accent: light-dark(#9c3d10, #ff9a66);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body {
  margin: 0; display: grid; grid-template-columns: 14rem minmax(0, 1fr); background: var(--surface); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 32px 16px; border-right: 1px solid var(--line); min-height: 100vh; }
nav ul { list-style: none; margin: 16px 0; padding: 0; }
nav li a { display: block; padding: 4px 0; }
main { max-width: 56rem; padding: 32px 32px 96px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 1.125rem; margin: 48px 0 4px; }
h4 { font-size: 0.875rem; margin: 16px 0 4px; }
p { margin: 0 0 12px; max-width: 65ch; }
label { display: block; font-size: 0.875rem; color: var(--muted); }
input { width: 100%; padding: 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: inherit; font: inherit; }
.muted, #found { color: var(--muted); font-size: 0.875rem; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: 8px 0; padding: 12px; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
.operation { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; margin: 8px 0; padding: 0 16px; }
.operation[open] { padding-bottom: 16px; }
summary { padding: 12px 0; cursor: pointer; }
.method { display: inline-block; min-width: 4rem; font-size: 0.75rem; font-weight: 600; text-transform: uppercase; color: var(--accent); }
.says { display: block; color: var(--muted); font-size: 0.875rem; }
dl { margin: 0; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 6px 0; border-top: 1px solid var(--line); }
dt { flex: 0 0 12rem; min-width: 0; }
dd { flex: 1 1 16rem; min-width: 0; margin: 0; font-size: 0.9375rem; }
.fields { margin: 4px 0 0; color: var(--muted); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 8px; top: 8px; }
@media (max-width: 48rem) {
  body { display: block; }
  nav { position: static; min-height: 0; border-right: 0; border-bottom: 1px solid var(--line); padding: 16px; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 16px; }
  main { padding: 16px 16px 64px; }
}
`;
