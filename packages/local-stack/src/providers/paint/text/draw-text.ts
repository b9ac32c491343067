import { glyphs, unknownGlyph } from './glyphs.ts';
import { toPlainLetters } from './to-plain-letters.ts';

/** Units of a glyph's grid. */
const capHeight = 6;
const gap = 1.5;

export interface TextStyle {
  /** Height of a capital letter in pixels. */
  size: number;
  colour: string;
  /** Of the line, in sixths of the height. Default 0.8. */
  weight?: number;
  /** More space between letters, in sixths of the height. Default 0. */
  tracking?: number;
}

export interface TextPlace {
  x: number;
  /** Of the baseline. */
  y: number;
  /** Which end of the text is at `x`. Default `start`. */
  anchor?: 'start' | 'middle' | 'end';
}

/** Text as SVG lines. */
export function drawText(text: string, place: TextPlace, style: TextStyle): string {
  const { size, colour, weight = 0.8 } = style;
  const scale = size / capHeight;
  const before = { start: 0, middle: 0.5, end: 1 }[place.anchor ?? 'start'] * measureText(text, style);
  const origin = `translate(${(place.x - before).toFixed(2)} ${(place.y - size).toFixed(2)}) scale(${scale.toFixed(4)})`;
  const letters = layOut(text, style.tracking)
    .filter(({ path }) => path)
    .map(({ x, path }) => `<path transform="translate(${x.toFixed(2)} 0)" d="${path}"/>`);
  return `<g transform="${origin}" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${letters.join('')}</g>`;
}

/** In pixels. */
export function measureText(text: string, { size, tracking }: Pick<TextStyle, 'size' | 'tracking'>): number {
  const last = layOut(text, tracking).at(-1);
  return last ? ((last.x + last.width) * size) / capHeight : 0;
}

/** Lines no wider than this, broken between words; what does not fit ends in an ellipsis. */
export function wrapText(text: string, style: TextStyle, maxWidth: number, maxLines: number): string[] {
  const fits = (line: string) => measureText(line, style) <= maxWidth;
  const lines: string[] = [];
  let rest = toPlainLetters(text).slice(0, 1000);
  while (rest && lines.length < maxLines) {
    const line = takeLine(rest, fits);
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  if (!rest) return lines;
  return [...lines.slice(0, -1), shorten(lines.at(-1) ?? '', fits)];
}

function takeLine(text: string, fits: (line: string) => boolean): string {
  let length = 0;
  while (length < text.length && fits(text.slice(0, length + 1))) length += 1;
  if (length === text.length) return text;
  const blank = text.lastIndexOf(' ', length);
  return text.slice(0, blank > 0 ? blank : Math.max(length, 1));
}

function shorten(line: string, fits: (line: string) => boolean): string {
  let end = line.length;
  while (end > 0 && !fits(`${line.slice(0, end)}\u2026`)) end -= 1;
  return `${line.slice(0, end).trimEnd()}\u2026`;
}

function layOut(text: string, tracking = 0) {
  let x = 0;
  return Array.from(toPlainLetters(text), (letter) => {
    const { width, path } = glyphs[letter] ?? unknownGlyph;
    const placed = { x, width, path };
    x += width + gap + tracking;
    return placed;
  });
}
