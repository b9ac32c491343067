'use client';

import type { Member } from '@act/auth';
import { changeRoleAction, removeMemberAction } from '@act/auth/member-actions';
import { AlertDialog } from '@act/ui/primitives/alert-dialog';
import { Button } from '@act/ui/primitives/button';
import { RelativeTime } from '@act/ui/primitives/relative-time';
import { Select } from '@act/ui/primitives/select';
import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useState } from 'react';
import { RefusalLine } from '../access/refusal-line.tsx';
import { toForm } from './to-form.ts';
import { useRoleOptions } from './use-role-options.ts';

export interface MemberListProps {
  readonly brandId: string;
  readonly brandName: string;
  /** Of whoever looks at the list. */
  readonly ownId: string;
  readonly members: readonly Member[];
}

const nameOf = ({ email, userId }: Member) => email ?? userId;

/** Who is in the brand, with the role of each and the way out. */
export function MemberList({ brandId, brandName, ownId, members }: MemberListProps) {
  const words = useTranslations('members');
  const roles = useRoleOptions();
  const [changed, change, isChanging] = useActionState(changeRoleAction, null);
  const [removed, remove] = useActionState(removeMemberAction, null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <section aria-label={words('title')} className="flex flex-col gap-3">
      <ul className="border-line border-t">
        {members.map((member) => (
          <li
            key={member.userId}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b py-2.5"
          >
            <span className="min-w-0 flex-1 basis-52">
              <span className="block truncate font-medium">
                {nameOf(member)}
                {member.userId === ownId && <span className="font-normal text-muted"> · {words('you')}</span>}
              </span>
              <span className="block text-muted text-sm">
                {words('since')} <RelativeTime at={member.since} />
              </span>
            </span>
            <Select
              className="w-36"
              aria-label={words('roleOf', { name: nameOf(member) })}
              value={member.role}
              options={roles}
              disabled={isChanging}
              onChoose={(role) =>
                startTransition(() => change(toForm({ brand: brandId, userId: member.userId, role })))
              }
            />
            <Button
              variant="quiet"
              aria-label={words('removeOne', { name: nameOf(member) })}
              onClick={() => setLeaving(member)}
            >
              {words('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalLine result={changed} />
      <RefusalLine result={removed} />
      <AlertDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={words('removeTitle', { name: leaving ? nameOf(leaving) : '' })}
        consequences={[words('removeConsequence', { brand: brandName }), words('removeKept')]}
        confirmLabel={words('remove')}
        isDangerous
        onConfirm={() => {
          if (leaving) startTransition(() => remove(toForm({ brand: brandId, userId: leaving.userId })));
        }}
      />
    </section>
  );
}
