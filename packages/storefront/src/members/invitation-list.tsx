'use client';

import type { OpenInvitation } from '@act/auth';
import { withdrawInvitationAction } from '@act/auth/member-actions';
import { Button } from '@act/ui/primitives/button';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { RefusalLine } from '../access/refusal-line.tsx';

export interface InvitationListProps {
  readonly brandId: string;
  readonly invitations: readonly OpenInvitation[];
}

/** Who was asked in and has not come yet. */
export function InvitationList({ brandId, invitations }: InvitationListProps) {
  const words = useTranslations('members');
  const roles = useTranslations('access.roles');
  const [result, withdraw, isPending] = useActionState(withdrawInvitationAction, null);
  return (
    <form action={withdraw} className="mt-2">
      <input type="hidden" name="brand" value={brandId} />
      <ul className="border-line border-t">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex min-h-12 items-center justify-between gap-4 border-line border-b py-2">
            <span className="min-w-0">
              <span className="block truncate">{email}</span>
              <span className="block text-muted text-sm">
                {roles(role)} · {words('expires')} <RelativeTime at={expiresAt} />
              </span>
            </span>
            <Button type="submit" size="small" variant="quiet" name="id" value={id} disabled={isPending}>
              {words('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalLine result={result} />
    </form>
  );
}
