import { StackError } from '../errors/stack-error.ts';
import { getFreePort, type PortVariable, portTaken, tryPort } from '../home/ports.ts';

export interface PortWish {
  /** The setting that names it. */
  variable: PortVariable;
  /** What the person asked for: that port or an error. */
  wanted: number | null;
  /** Otherwise the first free one of these, or any. */
  preferred: number[];
  /** Told when it had to be another one. */
  say: (line: string) => void;
}

const attempts = 5;

/**
 * Starts something on a port that suits the wish. A free port may be taken by somebody else before it is used (two
 * stacks that start at once look at the same ones), so whoever chose for the person chooses again.
 */
export async function startOnPort<T>(wish: PortWish, start: (port: number) => Promise<T>): Promise<T> {
  const { variable, wanted, preferred } = wish;
  if (wanted !== null) {
    if ((await tryPort(wanted)) === null) throw portTaken(wanted, variable);
    return start(wanted);
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = await getFreePort(attempt === 1 ? preferred : []);
    if (port !== preferred[0])
      wish.say(`  Port ${preferred[0]} is taken; using ${port} (${variable} chooses another).`);
    try {
      return await start(port);
    } catch (error) {
      const wasOvertaken = StackError.isInstance(error) && error.code === 'port_taken';
      if (!wasOvertaken || attempt === attempts) throw error;
    }
  }
}
