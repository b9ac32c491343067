import { z } from 'zod';
import { listDeadLetters, requeueDeadLetters } from '../failures/dead-letters.ts';
import { readDatabaseUrl } from '../load-setting.ts';
import { openDueDatabase } from '../world/due-database.ts';
import { explainFailure } from './explain-failure.ts';

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
      const letters = await listDeadLetters(due);
      for (const letter of letters) output.write(`${JSON.stringify(letter)}\n`);
      if (letters.length === 0) output.write('There are none.\n');
      return 0;
    }
    const count = await requeueDeadLetters(due, which === '--all' ? null : (which ?? null));
    output.write(
      count === 0 && which !== '--all' ? 'There is no such dead letter.\n' : `${count} requeued.\n`,
    );
    return count === 0 && which !== '--all' ? 1 : 0;
  } catch (error) {
    throw explainFailure(error);
  } finally {
    await due.close();
  }
}
