import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What these examples read of `.act/stack.json`, which `npm start` writes. */
const stackSchema = z.object({
  url: z.url(),
  publishableKey: z.string(),
  systemSigningKey: z.string(),
  providers: z.object({ replicate: z.object({ url: z.url(), token: z.string() }) }),
  people: z.array(z.object({ email: z.string(), password: z.string() })),
});
export type Stack = z.infer<typeof stackSchema>;

/** The stack that runs on this machine. @throws StackMissingError where none does */
export async function loadStack(): Promise<Stack> {
  const home = process.env.ACT_HOME ?? join(import.meta.dirname, '..', '.act');
  try {
    const stack = stackSchema.parse(JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8')));
    // The file of one that was killed is still there.
    await fetch(`${stack.url}/health/ready`);
    return stack;
  } catch (cause) {
    throw new StackMissingError(
      'No stack runs here. Start it with `npm start`, wait for its addresses, and run this again in a second terminal.',
      { cause },
    );
  }
}

/** There is nothing to try the examples on. */
export class StackMissingError extends Error {}
