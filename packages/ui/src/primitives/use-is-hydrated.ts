import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and in the first render after it: for what only this machine knows, such as its clock and zone. */
export const useIsHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
