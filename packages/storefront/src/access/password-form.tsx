'use client';

import { choosePasswordAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { RefusalLine } from './refusal-line.tsx';

export interface PasswordFormProps {
  /** Of the link that was opened. Redeemed when the form is sent, not before. */
  readonly tokenHash: string;
  readonly type: string;
}

export function PasswordForm({ tokenHash, type }: PasswordFormProps) {
  const words = useTranslations('access');
  const [result, submit, isPending] = useActionState(choosePasswordAction, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {/* A link counts once: where only the password was refused, the session it has opened goes on. */}
      <input type="hidden" name="tokenHash" value={isRedeemed(result) ? '' : tokenHash} />
      <input type="hidden" name="type" value={type} />
      <Field label={words('password')}>
        <Input name="password" type="password" autoComplete="new-password" required minLength={8} />
      </Field>
      <Field label={words('again')}>
        <Input name="again" type="password" autoComplete="new-password" required />
      </Field>
      <RefusalLine result={result} />
      <Button type="submit" variant="primary" isLoading={isPending} className="w-full">
        {words('choosePassword')}
      </Button>
    </form>
  );
}

const isRedeemed = (result: Awaited<ReturnType<typeof choosePasswordAction>> | null) =>
  result !== null && !result.done && result.refusal === 'passwordWeak';
