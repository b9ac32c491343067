'use client';

import { signInAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { RefusalLine } from './refusal-line.tsx';

export function SignInForm({ next }: { readonly next: string }) {
  const words = useTranslations('access');
  // A refused form is emptied; nobody wants to write their address twice.
  const [email, setEmail] = useState('');
  const [result, submit, isPending] = useActionState(signInAction, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <Field label={words('address')}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field
        label={words('password')}
        aside={
          <Link
            href="/reset"
            className="underline decoration-edge underline-offset-2 hover:decoration-current"
          >
            {words('forgotten')}
          </Link>
        }
      >
        <Input name="password" type="password" autoComplete="current-password" required />
      </Field>
      <RefusalLine result={result} />
      <Button type="submit" variant="primary" isLoading={isPending} className="mt-1 w-full">
        {words('signIn')}
      </Button>
    </form>
  );
}
