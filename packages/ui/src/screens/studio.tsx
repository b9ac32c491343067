'use client';

import type { BrandRole, TrainingSettings } from '@act/tenant-config';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { ApiRefusal } from '../api/api-refusal.ts';
import type { ApiAccess } from '../api/call-api.ts';
import { createStudioApi, type StudioApi } from '../api/studio-api.ts';
import { loadLate } from '../primitives/load-late.tsx';
import { World } from '../primitives/world.tsx';
import { forgetFormsOfOthers } from './kept-form.ts';

/** Whose studio it is, and what whoever is signed in may do there. */
export interface StudioBrand {
  readonly id: string;
  readonly name: string;
  readonly role: BrandRole;
  readonly training: TrainingSettings;
  /** What is made in it is seen by whoever made it alone. Default false. */
  readonly isPrivate?: boolean | undefined;
  /** What is private can be shared with the brand. Default false. */
  readonly canShare?: boolean | undefined;
}

interface StudioValue {
  readonly api: StudioApi;
  /** The way to the interface, for screens that ask it for what others do not. */
  readonly access: ApiAccess;
  readonly brand: StudioBrand;
  readonly personId: string;
  /** For uploads, which go straight to storage in the person's own name. */
  readonly getAccessToken: () => Promise<string>;
}

interface StudioProps {
  readonly brand: StudioBrand;
  /** Whoever is signed in. */
  readonly personId: string;
  /** Providers are only played; default false. */
  readonly isSimulated?: boolean | undefined;
  /** Where the interface is mounted; `/api` unless told. */
  readonly apiUrl?: string | undefined;
  readonly getAccessToken: () => Promise<string>;
  readonly children: ReactNode;
}

const SignedOutNotice = loadLate(() =>
  import('./signed-out-notice.tsx').then((module) => module.SignedOutNotice),
);

const StudioContext = createContext<StudioValue | null>(null);

/** What was refused for good is not asked again. */
const mayRetry = (count: number, error: Error) =>
  count < 2 && (!(error instanceof ApiRefusal) || error.status === 0 || error.status >= 500);

/** Around all screens: the interface, the brand, and what was already asked. Another brand starts with nothing. */
export function Studio(props: StudioProps) {
  const { brand, personId, isSimulated = false, apiUrl = '/api', getAccessToken, children } = props;
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, staleTime: 5000 } } }),
  );
  // Everything that is polled hears of it; a state is set once, however many of them do.
  const [isOver, setIsOver] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const value = useMemo(() => {
    const access = { baseUrl: apiUrl, brandId: brand.id, onSession: setIsOver, onLeave: setIsLeaving };
    return { api: createStudioApi(access), access, brand, personId, getAccessToken };
  }, [apiUrl, brand, personId, getAccessToken]);
  useEffect(() => {
    for (const storage of [sessionStorage, localStorage]) forgetFormsOfOthers(personId, storage);
  }, [personId]);
  return (
    <StudioContext value={value}>
      <World isSimulated={isSimulated}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </World>
      {isOver && !isLeaving && <SignedOutNotice />}
    </StudioContext>
  );
}

/** The interface and the brand that a screen works with. */
export const useStudio = (): StudioValue => {
  const value = use(StudioContext);
  if (!value) throw new Error('A screen stands inside <Studio>.');
  return value;
};
