/** What stands in the braces of an ICU message. */
export interface MessageArgument {
  readonly name: string;
  /** `plural`, `number`, … or `plain`. */
  readonly kind: string;
  /** The cases that a plural or a select has words for. */
  readonly cases: readonly string[];
}

/** The arguments of a message, also those within the cases of another one. */
export const readMessage = (message: string): MessageArgument[] =>
  topBraces(message).flatMap((inside) => {
    const [name = '', kind = 'plain', ...rest] = inside.split(',').map((part) => part.trim());
    const style = rest.join(',');
    const cases = [...style.matchAll(/(=\d+|\p{L}+)\s*\{/gu)].map(([, word = '']) => word);
    const isChoice = kind === 'plural' || kind === 'selectordinal' || kind === 'select';
    const inner = isChoice ? topBraces(style).flatMap(readMessage) : [];
    return [{ name, kind, cases: isChoice ? cases : [] }, ...inner];
  });

const topBraces = (text: string): string[] => {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (const [at, character] of [...text].entries()) {
    if (character === '{' && depth++ === 0) start = at + 1;
    if (character === '}' && --depth === 0) found.push([...text].slice(start, at).join(''));
  }
  if (depth !== 0) throw new Error(`The braces of "${text}" do not match.`);
  return found;
};
