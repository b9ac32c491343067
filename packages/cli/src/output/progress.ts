import type { Look } from './paint.ts';

/** How far something is, told while it goes on. */
export interface Progress {
  /** @param share 0 to 1 */
  show(share: number, words: string): void;
  /** Leaves the line, so that the next one begins on its own. */
  end(): void;
}

interface ProgressStream {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

const barWidth = 24;

/** One line with a bar on a terminal; elsewhere a line where the words change or another tenth is done. */
export function createProgress(stream: ProgressStream, { isTerminal, hasColours }: Look): Progress {
  return isTerminal && hasColours ? createBar(stream) : createLines(stream);
}

function createBar(stream: ProgressStream): Progress {
  let last = '';
  return {
    show: (share, words) => {
      const filled = Math.round(clamp(share) * barWidth);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
      const line = `${bar} ${percent(share).padStart(5)}  ${words}`.slice(0, (stream.columns ?? 80) - 1);
      if (line === last) return;
      last = line;
      stream.write(`\r\u001b[2K${line}`);
    },
    end: () => {
      if (last !== '') stream.write('\n');
      last = '';
    },
  };
}

function createLines(stream: ProgressStream): Progress {
  let last = '';
  return {
    show: (share, words) => {
      const key = `${Math.floor(clamp(share) * 10)} ${words}`;
      if (key === last) return;
      last = key;
      stream.write(`${percent(share)}  ${words}\n`);
    },
    end: () => {
      last = '';
    },
  };
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
const percent = (share: number) => `${Math.round(clamp(share) * 100)} %`;
