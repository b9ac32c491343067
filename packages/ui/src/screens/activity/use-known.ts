import { useIsHydrated } from '../../primitives/use-is-hydrated.ts';

/**
 * What a query knows, for what a server renders as well. The parts of a page are taken over from the server one after the
 * other: what the rail has asked by then, the page beside it would show before its turn, and no longer be what was sent.
 */
export const useKnown = <Data>({ data }: { readonly data: Data | undefined }): Data | undefined => {
  const isHydrated = useIsHydrated();
  return isHydrated ? data : undefined;
};
