'use client';

import type { BrandRole, TrainingSettings } from '@act/tenant-config';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { ApiRefusal } from '../api/api-refusal.ts';
import { createStudioApi, type StudioApi } from '../api/studio-api.ts';
import { forgetFormsOfOthers } from './kept-form.ts';

/** Whose studio it is, and what whoever is signed in may do there. */
export interface StudioBrand {
  readonly id: string;
  readonly name: string;
  readonly role: BrandRole;
  readonly training: TrainingSettings;
}

interface StudioValue {
  readonly api: StudioApi;
  readonly brand: StudioBrand;
  readonly personId: string;
  /** For uploads, which go straight to storage in the person's own name. */
  readonly getAccessToken: () => Promise<string>;
}

interface StudioProps {
  readonly brand: StudioBrand;
  /** Whoever is signed in. */
  readonly personId: string;
  /** Where the interface is mounted; `/api` unless told. */
  readonly apiUrl?: string | undefined;
  readonly getAccessToken: () => Promise<string>;
  readonly children: ReactNode;
}

const StudioContext = createContext<StudioValue | null>(null);

/** What was refused for good is not asked again. */
const mayRetry = (count: number, error: Error) =>
  count < 2 && (!(error instanceof ApiRefusal) || error.status === 0 || error.status >= 500);

/** Around all screens: the interface, the brand, and what was already asked. Another brand starts with nothing. */
export function Studio({ brand, personId, apiUrl = '/api', getAccessToken, children }: StudioProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, staleTime: 5000 } } }),
  );
  const value = useMemo(
    () => ({ api: createStudioApi({ baseUrl: apiUrl, brandId: brand.id }), brand, personId, getAccessToken }),
    [apiUrl, brand, personId, getAccessToken],
  );
  useEffect(() => forgetFormsOfOthers(personId), [personId]);
  return (
    <StudioContext value={value}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </StudioContext>
  );
}

/** The interface and the brand that a screen works with. */
export const useStudio = (): StudioValue => {
  const value = use(StudioContext);
  if (!value) throw new Error('A screen stands inside <Studio>.');
  return value;
};
