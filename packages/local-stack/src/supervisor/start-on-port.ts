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

/** A free port that suits the wish: the one asked for, or the first free one of those to look at, or any. */
export async function choosePort(
  { variable, wanted, preferred, say }: PortWish,
  lookAt = preferred,
): Promise<number> {
  if (wanted !== null) {
    if ((await tryPort(wanted)) === null) throw portTaken(wanted, variable);
    return wanted;
  }
  const port = await getFreePort(lookAt);
  if (port !== preferred[0])
    say(`  Port ${preferred[0]} is taken; using ${port} (${variable} chooses another).`);
  return port;
}

const attempts = 5;

/**
 * Starts something on a port that suits the wish. A free port may be taken by somebody else before it is used (two
 * stacks that start at once look at the same ones), so whoever chose for the person chooses again.
 */
export async function startOnPort<T>(wish: PortWish, start: (port: number) => Promise<T>): Promise<T> {
  const { wanted, preferred } = wish;
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(wish, attempt === 1 ? preferred : []);
    try {
      return await start(port);
    } catch (error) {
      const wasOvertaken = StackError.isInstance(error) && error.code === 'port_taken';
      if (wanted !== null || !wasOvertaken || attempt === attempts) throw error;
    }
  }
}
