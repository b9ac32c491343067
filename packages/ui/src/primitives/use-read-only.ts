import { useIsHydrated } from './use-is-hydrated.ts';

interface Writable {
  readonly value?: unknown;
  readonly readOnly?: boolean | undefined;
}

/**
 * Whether a field may not be written into: as it says, and before the program of the page runs, since what is written
 * then is lost as soon as the program sets the value that it knows. A field without a value keeps its own.
 */
export const useReadOnly = ({ value, readOnly }: Writable): boolean | undefined => {
  const isHydrated = useIsHydrated();
  return value !== undefined && !isHydrated ? true : readOnly;
};
