'use client';

import { joinAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { Field } from '@act/ui/primitives/field';
import { Input } from '@act/ui/primitives/input';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { RefusalLine } from './refusal-line.tsx';

export interface JoinFormProps {
  /** The code of the invitation with which this person came. */
  readonly invitation: string;
  /** The brand that takes everybody; null where it takes people by invitation. */
  readonly openBrand: string | null;
}

export function JoinForm({ invitation, openBrand }: JoinFormProps) {
  const words = useTranslations('access');
  const [result, submit, isPending] = useActionState(joinAction, null);
  return (
    <form action={submit} className="flex flex-col gap-4">
      {!openBrand && (
        <Field label={words('code')} hint={words('codeHint')}>
          <Input
            name="invitation"
            defaultValue={invitation}
            autoComplete="off"
            required
            className="font-mono"
          />
        </Field>
      )}
      <RefusalLine result={result} />
      <Button type="submit" variant="primary" isLoading={isPending} className="w-full">
        {openBrand ? words('joinOpen', { brand: openBrand }) : words('join')}
      </Button>
    </form>
  );
}
