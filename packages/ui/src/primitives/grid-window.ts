/** A run of tiles, under a heading of its own or none. */
interface GridSection {
  readonly count: number;
  readonly hasTitle: boolean;
}

interface GridMeasure {
  /** Of the whole grid, in pixels. */
  readonly width: number;
  /** The least width of a tile. */
  readonly tileWidth: number;
  readonly gap: number;
  readonly titleHeight: number;
}

/** One line of the grid: a heading, or tiles from one to another. */
interface GridRow {
  readonly section: number;
  readonly top: number;
  readonly height: number;
  /** Of all tiles; a heading stands before its first one and has none. */
  readonly from: number;
  readonly to: number;
}

export interface GridLayout {
  readonly columns: number;
  readonly tileSize: number;
  readonly rows: readonly GridRow[];
  readonly height: number;
}

/** As the browser counts them for `repeat(auto-fill, minmax(min(tileWidth, 45%), 1fr))`. */
const countColumns = ({ width, tileWidth, gap }: GridMeasure) =>
  Math.max(1, Math.floor((width + gap) / (Math.min(tileWidth, width * 0.45) + gap)));

/** Where every line of the grid stands, so that only those in sight have to exist. */
export const layoutGrid = (sections: readonly GridSection[], measure: GridMeasure): GridLayout => {
  const { width, gap, titleHeight } = measure;
  const columns = countColumns(measure);
  const tileSize = (width - gap * (columns - 1)) / columns;
  const rows: GridRow[] = [];
  let [top, index] = [0, 0];
  for (const [section, { count, hasTitle }] of sections.entries()) {
    if (hasTitle) {
      rows.push({ section, top, height: titleHeight, from: index, to: index });
      top += titleHeight + gap;
    }
    for (let done = 0; done < count; done += columns) {
      const from = index + done;
      rows.push({ section, top, height: tileSize, from, to: from + Math.min(columns, count - done) });
      top += tileSize + gap;
    }
    index += count;
  }
  return { columns, tileSize, rows, height: Math.max(0, top - gap) };
};

/** The lines that touch what lies between two heights: the first one, and the one after the last. */
export const rowsBetween = ({ rows }: GridLayout, top: number, bottom: number): readonly [number, number] => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.top + row.height < top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && (rows[end]?.top ?? 0) <= bottom) end += 1;
  return [low, end];
};

/** Where the arrow keys lead from a tile: up and down keep the column as far as the next line reaches. */
export const moveInGrid = (
  { rows, columns }: GridLayout,
  index: number,
  key: string,
  rowsPerPage: number,
): number | null => {
  const lines = rows.filter(({ from, to }) => to > from);
  const total = lines.at(-1)?.to ?? 0;
  const within = (next: number) => Math.min(total - 1, Math.max(0, next));
  const at = lines.findIndex(({ to }) => index < to);
  const jump = (step: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
    const column = Math.min(columns - 1, index - (lines[at]?.from ?? index));
    return line ? Math.min(line.to - 1, line.from + column) : index;
  };
  const moves: Readonly<Record<string, () => number>> = {
    ArrowLeft: () => within(index - 1),
    ArrowRight: () => within(index + 1),
    ArrowUp: () => jump(-1),
    ArrowDown: () => jump(1),
    PageUp: () => jump(-rowsPerPage),
    PageDown: () => jump(rowsPerPage),
    Home: () => 0,
    End: () => within(total - 1),
  };
  return moves[key]?.() ?? null;
};
