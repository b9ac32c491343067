/** One question that the product asks, as data. A word after a colon, such as `:job`, stands for a sample. */
export interface BrandQuery {
  name: string;
  table: `public.${string}` | 'storage.objects';
  columns: string;
  /** What is asked for beside the brand. */
  where?: string;
  /** Order and limit. */
  tail?: string;
  /** Whether the client names the brand itself, which it should, and whether it is tried without. */
  clientFilters: readonly ClientFilter[];
  /** Which rows of its brands a person sees, for the query that spells it out instead of leaving it to policies. */
  visible: 'all' | 'row' | 'file';
}

export type ClientFilter = 'brand' | 'none';
