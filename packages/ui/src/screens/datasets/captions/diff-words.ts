/** A piece of a text beside its next version. */
interface DiffPiece {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

const toWords = (text: string) => text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? [];

/** Two versions of a caption word by word: the longest run of words that both have, in their order, stays. */
export const diffWords = (before: string, after: string): DiffPiece[] => {
  const [old, next] = [toWords(before), toWords(after)];
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = next.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (!line) continue;
      line[column] =
        old[row] === next[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const pieces: { kind: DiffPiece['kind']; text: string }[] = [];
  const say = (kind: DiffPiece['kind'], text = '') => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    if (row < old.length && column < next.length && old[row] === next[column]) {
      say('same', old[row]);
      row += 1;
      column += 1;
    } else if (row < old.length && (column >= next.length || at(row + 1, column) >= at(row, column + 1))) {
      say('gone', old[row]);
      row += 1;
    } else {
      say('come', next[column]);
      column += 1;
    }
  }
  return pieces;
};
