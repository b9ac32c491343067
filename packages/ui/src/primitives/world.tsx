'use client';

import { createContext, type ReactNode, use } from 'react';

const WorldContext = createContext(false);

interface WorldProps {
  /** Providers are only played: nothing costs money. */
  readonly isSimulated: boolean;
  readonly children: ReactNode;
}

/** Around a studio: whether what is done in it is played, or real. */
export const World = ({ isSimulated, children }: WorldProps) => (
  <WorldContext value={isSimulated}>{children}</WorldContext>
);

/** Whether providers are only played here. */
export const useIsSimulated = (): boolean => use(WorldContext);
