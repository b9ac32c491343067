type HistoryPart = Pick<History, 'state' | 'pushState' | 'back'>;

/** The entry in the browser's history that stands for something over the page: going back from it is closing that. */
export interface OverlayEntry {
  open(): void;
  /** Takes the entry away where it is still the one that one is at: who went back, or on to another page, has left it. */
  close(): void;
}

const mark = 'isOverPage';

/** Whether one is at such an entry: what leads to another page from here takes its place. */
export const isAtOverlayEntry = ({ state }: Pick<History, 'state'>): boolean =>
  typeof state === 'object' && state !== null && mark in state;

export const createOverlayEntry = (history: HistoryPart): OverlayEntry => {
  let isOpen = false;
  return {
    open: () => {
      isOpen = true;
      // The rest of the state belongs to the router, which knows its pages by it.
      if (!isAtOverlayEntry(history)) history.pushState({ ...history.state, [mark]: true }, '');
    },
    close: () => {
      isOpen = false;
      // Not at once: while one writes it, React opens and closes everything twice.
      setTimeout(() => {
        if (!isOpen && isAtOverlayEntry(history)) history.back();
      });
    },
  };
};
