interface RowChoice {
  readonly id: string;
  readonly isChosen: boolean;
  /** With Shift: all rows from the last one that was clicked. */
  readonly isRange: boolean;
  readonly lastId: string | null;
}

/** What is chosen after one box was clicked, in rows that stand in this order. */
export const chooseRows = (
  chosen: ReadonlySet<string>,
  order: readonly string[],
  { id, isChosen, isRange, lastId }: RowChoice,
): ReadonlySet<string> => {
  const [from, to] = [order.indexOf(lastId ?? id), order.indexOf(id)].sort((one, other) => one - other);
  const ids = isRange && from !== undefined && from >= 0 ? order.slice(from, (to ?? from) + 1) : [id];
  const next = new Set(chosen);
  for (const one of ids) {
    if (isChosen) next.add(one);
    else next.delete(one);
  }
  return next;
};
