'use client';

import type { requestResetAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { OutboxLine } from './demo-people.tsx';
import { RefusalLine } from './refusal-line.tsx';

export interface MailFormProps {
  readonly action: typeof requestResetAction;
  readonly label: string;
  readonly outboxUrl: string | null;
  /** The code of an invitation, to be used once the account is there. */
  readonly invitation?: string | undefined;
}

/** Asks for an address and says that a mail is on its way, whoever has that address. */
export function MailForm({ action, label, outboxUrl, invitation }: MailFormProps) {
  const words = useTranslations('access');
  const [result, submit, isPending] = useActionState(action, null);
  if (result?.done) {
    return (
      <div role="status">
        <p className="font-medium text-md">{words('mailSent')}</p>
        <p className="mt-1.5 text-muted">{words('mailSentLine', { email: result.value })}</p>
        {outboxUrl && <OutboxLine url={outboxUrl} />}
      </div>
    );
  }
  return (
    <form action={submit} className="flex flex-col gap-4">
      {invitation && <input type="hidden" name="invitation" value={invitation} />}
      <Field label={words('address')}>
        <Input name="email" type="email" autoComplete="email" required />
      </Field>
      <RefusalLine result={result} />
      <Button type="submit" variant="primary" isLoading={isPending} className="w-full">
        {label}
      </Button>
    </form>
  );
}
