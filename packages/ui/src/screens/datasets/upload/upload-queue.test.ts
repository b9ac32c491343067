import { expect, it, vi } from 'vitest';
import type { PickedFile } from './picked-file.ts';
import { createUploadQueue } from './upload-queue.ts';

const pickedOf = (...names: readonly string[]): PickedFile[] =>
  names.map((name) => ({ file: new File(['x'], name), path: name }));

const open = (send: (name: string) => Promise<string>) => {
  let arrivals = 0;
  const queue = createUploadQueue({
    atOnce: 2,
    send: ({ path }) => send(path),
    onArrived: () => {
      arrivals += 1;
    },
  });
  return { queue, arrivals: () => arrivals, states: () => queue.getState().items.map(({ state }) => state) };
};

it('sends so many at a time, and the next as soon as one has arrived', async () => {
  const gates = new Map<string, () => void>();
  const { queue, states } = open((name) => new Promise((resolve) => gates.set(name, () => resolve(name))));
  queue.add(pickedOf('a', 'b', 'c'), []);
  expect(states()).toEqual(['sending', 'sending', 'waiting']);
  gates.get('a')?.();
  await vi.waitFor(() => expect(states()).toEqual(['sending', 'sending']));
  expect([...gates.keys()]).toEqual(['a', 'b', 'c']);
});

it('keeps what failed until it is sent again, and goes on with the rest', async () => {
  let isBroken = true;
  const { queue, arrivals, states } = open(async (name) => {
    if (name === 'b' && isBroken) throw new Error('broken off');
    return name;
  });
  queue.add(pickedOf('a', 'b', 'c'), [{ name: 'x.txt', reason: 'notPicture' }]);
  await vi.waitFor(() => expect(states()).toEqual(['failed']));
  isBroken = false;
  queue.retryAll();
  await vi.waitFor(() => expect(states()).toEqual([]));
  expect(arrivals()).toBe(3);
  expect(queue.getState().tally).toEqual({
    addedIds: ['a', 'c', 'b'],
    refused: [{ name: 'x.txt', reason: 'notPicture' }],
  });
});

it('lets a file that was given up be brought again', async () => {
  const { queue, states } = open(async () => {
    throw new Error('broken off');
  });
  queue.add(pickedOf('a'), []);
  await vi.waitFor(() => expect(states()).toEqual(['failed']));
  expect(queue.known.size).toBe(1);
  queue.dismiss(queue.getState().items[0]?.id ?? '');
  expect([queue.known.size, states()]).toEqual([0, []]);
});

it('takes a file again whose picture was deleted', async () => {
  const { queue, states } = open(async (name) => `id of ${name}`);
  queue.add(pickedOf('a', 'b'), []);
  await vi.waitFor(() => expect(states()).toEqual([]));
  expect(queue.known.size).toBe(2);
  queue.release(['id of a', 'id of nothing']);
  expect([...queue.known].map((key) => key.at(-1))).toEqual(['b']);
});
