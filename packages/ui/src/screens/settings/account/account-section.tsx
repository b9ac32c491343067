'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../../messages/use-words.ts';
import { Skeleton } from '../../../primitives/skeleton.tsx';
import { useStudio } from '../../studio.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { DeleteAccount } from './delete-account.tsx';

export interface AccountSectionProps {
  /** Ends every session, which is the storefront's to do. */
  readonly signOutEverywhere: ReactNode;
  /** Leads out once the account is gone. */
  readonly leave: ReactNode;
}

/** Who is signed in, and the ways out. */
export function AccountSection({ signOutEverywhere, leave }: AccountSectionProps) {
  const words = useWords('settings.account');
  const { brand } = useStudio();
  const api = useSettingsApi();
  const me = useQuery({ queryKey: [brand.id, 'me'], queryFn: ({ signal }) => api.me.get(signal) });
  return (
    <>
      <SettingsGroup title={words('who')}>
        {me.data ? (
          <p className="truncate font-medium">{me.data.email}</p>
        ) : (
          <Skeleton className="h-5 w-56" />
        )}
      </SettingsGroup>
      <SettingsGroup title={words('everywhere')} line={words('everywhereLine')}>
        {signOutEverywhere}
      </SettingsGroup>
      <SettingsGroup title={words('delete')} line={words('deleteLine')}>
        <DeleteAccount email={me.data?.email ?? null} leave={leave} />
      </SettingsGroup>
    </>
  );
}
