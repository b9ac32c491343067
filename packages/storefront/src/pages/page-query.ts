/** What Next tells a page about its address. */
export interface PageQuery {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}
