/** Tells a person at a terminal what is going on. */
export interface Progress {
  /** Runs one step and prints how long it took; `note` says what a long one is doing. */
  step<T>(name: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  say(line: string): void;
}

export function createProgress(output: NodeJS.WriteStream = process.stdout): Progress {
  // A terminal that goes away (npm killed, a closed window) must not take the stack down before it has stopped in order.
  output.on('error', () => undefined);
  const rewrite = (text: string) => {
    if (output.isTTY) output.write(`\r\u001b[2K${text}`);
  };

  return {
    say: (line) => {
      rewrite('');
      output.write(`${line}\n`);
    },
    step: async (name, work) => {
      const startedAt = performance.now();
      rewrite(`  … ${name}`);
      const note = (text: string) =>
        output.isTTY ? rewrite(`  … ${name}: ${text}`) : output.write(`  … ${name}: ${text}\n`);
      try {
        const result = await work(note);
        rewrite('');
        output.write(`  ✓ ${name.padEnd(28)} ${seconds(startedAt)}\n`);
        return result;
      } catch (error) {
        rewrite('');
        output.write(`  ✗ ${name.padEnd(28)} ${seconds(startedAt)}\n`);
        throw error;
      }
    },
  };
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s`;
