import { cutText } from './cut-text.ts';

/** The kind of JSON that is taken: nothing but objects, lists, texts and whole numbers that are not negative. */
export interface StrictJsonLimits {
  /** How many objects and lists may stand in each other. */
  maximumDepth: number;
  /** Of all objects and lists together. */
  maximumEntries: number;
}

/**
 * Parses JSON of few kinds of value, in which no object has a name twice: `JSON.parse` would keep the last one and say
 * nothing. Limits hold before anything is built, so that a short text cannot fill the memory.
 *
 * Names are written as they are, without escapes: `JSON.parse` of Node 24 and 26 takes one with an escape for another one, if
 * anything that was parsed before had a name with a backslash (https://github.com/nodejs/node/issues/63785).
 * @throws SyntaxError that says what and where
 */
export function parseStrictJson(text: string, limits: StrictJsonLimits): unknown {
  checkStructure(text, limits);
  return JSON.parse(text);
}

const plainCharacters = new Set('0123456789:, \t\n\r');
const blanks = new Set(' \t\n\r');

/** One walk over the text. What is no JSON at all is left to the parser. */
function checkStructure(text: string, { maximumDepth, maximumEntries }: StrictJsonLimits): void {
  const open: Set<string>[] = [];
  let entries = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = findEndOfString(text, at);
      if (isBeforeColon(text, end + 1)) addName(open.at(-1), text.slice(at + 1, end));
      at = end;
    } else if (character === '{' || character === '[') {
      if (open.push(new Set()) > maximumDepth) throw new SyntaxError(`it is nested too deeply at ${at}`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (!plainCharacters.has(character)) {
      throw new SyntaxError(`it has ${JSON.stringify(character)} outside of a text at ${at}`);
    }
    if (character === ',') entries += 1;
    if (entries > maximumEntries) throw new SyntaxError(`it has more than ${maximumEntries} entries`);
  }
}

/** The place of the closing quote. */
function findEndOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c) at += 1;
  }
  throw new SyntaxError(`the text that begins at ${start} has no end`);
}

/** However many blanks there are; each of them is passed over here once. */
function isBeforeColon(text: string, start: number): boolean {
  let at = start;
  while (blanks.has(text.charAt(at))) at += 1;
  return text.charAt(at) === ':';
}

function addName(names: Set<string> | undefined, name: string): void {
  const quote = () => JSON.stringify(cutText(name, 120));
  if (name.includes('\\')) throw new SyntaxError(`it has an escape in the name ${quote()}`);
  if (names?.has(name)) throw new SyntaxError(`it has the name ${quote()} twice`);
  names?.add(name);
}
