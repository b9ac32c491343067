import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createOverlayEntry, isAtOverlayEntry } from './overlay-entry.ts';

/** A browser's history, as far as one tab without reloads goes. */
function openTab() {
  const entries: unknown[] = [{ page: 'gallery' }];
  let at = 0;
  return {
    entries,
    get state() {
      return entries[at];
    },
    pushState: (state: unknown) => {
      entries.splice(at + 1, entries.length, state);
      at += 1;
    },
    back: () => {
      at = Math.max(0, at - 1);
    },
    get at() {
      return at;
    },
  };
}

it('makes going back the same as closing, with the state of the router kept', async () => {
  const tab = openTab();
  const entry = createOverlayEntry(tab);
  entry.open();
  expect(tab.state).toEqual({ page: 'gallery', isOverPage: true });
  tab.back();
  entry.close();
  await setTimeout(0);
  expect(tab.at).toBe(0);
});

it('leaves no entry behind when it is closed otherwise', async () => {
  const tab = openTab();
  const entry = createOverlayEntry(tab);
  entry.open();
  entry.close();
  await setTimeout(0);
  expect([tab.at, isAtOverlayEntry(tab)]).toEqual([0, false]);
});

it('does not take a page back that was gone on to', async () => {
  const tab = openTab();
  const entry = createOverlayEntry(tab);
  entry.open();
  tab.pushState({ page: 'generate' });
  entry.close();
  await setTimeout(0);
  expect(tab.state).toEqual({ page: 'generate' });
});

it('opens once where it is opened, closed and opened in one go', async () => {
  const tab = openTab();
  const entry = createOverlayEntry(tab);
  entry.open();
  entry.close();
  entry.open();
  await setTimeout(0);
  expect([tab.at, tab.entries.length]).toEqual([1, 2]);
});
