import { z } from 'zod';
import { listDeadLetters, requeueDeadLetters } from '../failures/dead-letters.ts';
import { readDatabaseUrl } from '../load-setting.ts';
import { openDueDatabase } from '../world/due-database.ts';

interface Output {
  write(text: string): unknown;
}

/** `act-worker dead-letters …`: what is not tried any more, and how to have it tried again. */
export async function deadLettersCommand(words: readonly string[], output: Output): Promise<number> {
  const [verb = 'list', which] = words;
  if (verb !== 'list' && !(verb === 'requeue' && (which === '--all' || z.guid().safeParse(which).success))) {
    output.write('Say "list", "requeue <id>" or "requeue --all".\n');
    return 2;
  }
  const due = openDueDatabase(readDatabaseUrl(), { maxConnections: 1, onError: () => undefined });
  try {
    if (verb === 'list') {
      for (const letter of await listDeadLetters(due)) output.write(`${JSON.stringify(letter)}\n`);
      return 0;
    }
    const count = await requeueDeadLetters(due, which === '--all' ? null : (which ?? null));
    output.write(`${count} requeued.\n`);
    return count === 0 && which !== '--all' ? 1 : 0;
  } finally {
    await due.close();
  }
}
