/** Colours for one stream; each leaves the text alone where there are none. */
export interface Paint {
  bold(text: string): string;
  muted(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
}

export interface Look {
  /** Whether somebody looks at a terminal. */
  readonly isTerminal: boolean;
  readonly hasColours: boolean;
}

/** A stream that is no terminal gets neither colours nor bars; NO_COLOR takes both from a terminal too. */
export function lookOf(
  stream: { readonly isTTY?: boolean | undefined },
  { NO_COLOR, TERM }: { NO_COLOR?: string | undefined; TERM?: string | undefined },
): Look {
  const isTerminal = stream.isTTY === true;
  return { isTerminal, hasColours: isTerminal && NO_COLOR === undefined && TERM !== 'dumb' };
}

export function createPaint({ hasColours }: Look): Paint {
  const wrap = (open: number, close: number) => (text: string) =>
    hasColours ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: wrap(1, 22),
    muted: wrap(2, 22),
    good: wrap(32, 39),
    warn: wrap(33, 39),
    bad: wrap(31, 39),
  };
}
