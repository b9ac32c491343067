/** Where progress is shown: `process.stdout`, or something like it. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface ProgressLine {
  /** Says how it goes; the same text again says nothing. */
  show(text: string): void;
  /** Leaves what was said last and goes to the next line. */
  end(): void;
}

/** One line that changes on a terminal; elsewhere, as in a file, a line for every change. */
export function createProgressLine(output: ProgressOutput): ProgressLine {
  let last = '';
  return {
    show: (text) => {
      if (text === last) return;
      output.write(output.isTTY ? `\r\u001b[2K${text}` : `${text}\n`);
      last = text;
    },
    end: () => {
      if (last !== '' && output.isTTY) output.write('\n');
      last = '';
    },
  };
}
