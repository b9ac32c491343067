'use client';

import { Button } from '@act/ui/primitives/button';
import { ErrorLine } from '@act/ui/primitives/error-line';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { unsubscribeAction } from './unsubscribe-action.ts';

/** Asks once: programs that look after mail follow every link in it. */
export function UnsubscribeForm({ token }: { readonly token: string }) {
  const words = useTranslations('unsubscribe');
  const [result, submit, isPending] = useActionState(unsubscribeAction, null);
  if (result === 'ended') return <p role="status">{words('ended')}</p>;
  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="token" value={token} />
      {result && <ErrorLine>{words(result)}</ErrorLine>}
      <Button type="submit" variant="primary" isLoading={isPending} className="w-full">
        {words('do')}
      </Button>
    </form>
  );
}
