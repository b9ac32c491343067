'use client';

import { inviteMemberAction } from '@act/auth/member-actions';
import { Button } from '@act/ui/primitives/button';
import { CopyButton } from '@act/ui/primitives/copy-button';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { Select } from '@act/ui/primitives/select';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { RefusalLine } from '../access/refusal-line.tsx';
import { useRoleOptions } from './use-role-options.ts';

export interface InviteFormProps {
  readonly brandId: string;
  /** Of this storefront, as the person sees it. */
  readonly origin: string;
}

/** Makes an invitation and shows its link, this once. */
export function InviteForm({ brandId, origin }: InviteFormProps) {
  const words = useTranslations('members');
  const [role, setRole] = useState<'admin' | 'member' | 'viewer'>('member');
  const [result, submit, isPending] = useActionState(inviteMemberAction, null);
  return (
    <form action={submit} className="mt-4 flex flex-col gap-4">
      <input type="hidden" name="brand" value={brandId} />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={words('address')} className="min-w-48 flex-1">
          <Input name="email" type="email" autoComplete="off" required />
        </Field>
        <Field label={words('role')} className="w-36">
          <Select name="role" value={role} options={useRoleOptions()} onChoose={setRole} />
        </Field>
        <Button type="submit" variant="primary" isLoading={isPending}>
          {words('inviteDo')}
        </Button>
      </div>
      <RefusalLine result={result} />
      {result?.done && <InvitationLink {...result.value} origin={origin} />}
    </form>
  );
}

interface InvitationLinkProps {
  readonly email: string;
  readonly code: string;
  readonly origin: string;
}

function InvitationLink({ email, code, origin }: InvitationLinkProps) {
  const words = useTranslations('members');
  const link = `${origin}/sign-up?invitation=${code}`;
  return (
    <div role="status" className="rounded-md border border-line bg-raised p-4">
      <p className="font-medium">{words('linkReady', { email })}</p>
      <p className="mt-1 text-muted">{words('linkLine')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <code className="min-w-0 flex-1 basis-64 break-all rounded-sm bg-sunken px-2.5 py-2 text-sm">
          {link}
        </code>
        <CopyButton text={link} label={words('copyLink')} />
      </div>
    </div>
  );
}
