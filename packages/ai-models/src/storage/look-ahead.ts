/** Something that takes time to open and memory when it is open. */
interface Openable<Content> {
  readonly sizeBytes: number;
  open(): Promise<Content>;
}

/**
 * The same, but opening one begins opening those behind it, as far as they fit: whoever takes one after the other does
 * not wait for each. What was taken is let go of.
 */
export function lookAhead<Content, Item extends Openable<Content>>(
  items: readonly Item[],
  { maximumBytes }: { maximumBytes: number },
): Item[] {
  const opening = new Map<number, Promise<Content>>();

  function openBehind(index: number): void {
    let heldBytes = items[index]?.sizeBytes ?? 0;
    for (const [offset, item] of items.slice(index + 1).entries()) {
      heldBytes += item.sizeBytes;
      if (heldBytes > maximumBytes) return;
      const behind = index + 1 + offset;
      if (!opening.has(behind)) {
        const opened = item.open();
        // Whoever takes it hears of its failure.
        opened.catch(() => undefined);
        opening.set(behind, opened);
      }
    }
  }

  return items.map((item, index) => ({
    ...item,
    open: () => {
      const opened = opening.get(index) ?? item.open();
      opening.delete(index);
      openBehind(index);
      return opened;
    },
  }));
}
