import { expect, it } from 'vitest';
import { createPendingDeletes } from './pending-deletes.ts';

/** A clock that is set off by hand. */
const openDeletes = () => {
  const due = new Set<() => void>();
  const deletes = createPendingDeletes({
    undoMs: 8000,
    later: (run) => {
      due.add(run);
      return () => due.delete(run);
    },
  });
  const sent: string[] = [];
  const add = (...ids: string[]) =>
    deletes.add({ ids, pictures: ids.length }, async () => void sent.push(...ids));
  const pass = async () => {
    for (const run of due) run();
    due.clear();
    await new Promise(setImmediate);
  };
  return { deletes, sent, add, pass };
};

it('hides at once and sends later', async () => {
  const { deletes, sent, add, pass } = openDeletes();
  add('a', 'b');
  expect([...deletes.hidden()]).toEqual(['a', 'b']);
  expect(sent).toEqual([]);
  await pass();
  expect(sent).toEqual(['a', 'b']);
  expect(deletes.hidden().size).toBe(0);
});

it('sends nothing of what was undone, the last one first', async () => {
  const { deletes, sent, add, pass } = openDeletes();
  add('a');
  add('b');
  deletes.undo();
  expect([...deletes.hidden()]).toEqual(['a']);
  expect(deletes.latest()?.ids).toEqual(['a']);
  await pass();
  expect(sent).toEqual(['a']);
});

it('cannot undo what was sent', async () => {
  const { deletes, sent, add, pass } = openDeletes();
  add('a');
  await pass();
  deletes.undo();
  expect(sent).toEqual(['a']);
  expect(deletes.latest()).toBeNull();
});
