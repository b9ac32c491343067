'use client';

import { Button } from '@act/ui/primitives/button';
import { useTranslations } from 'next-intl';

export interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}

export function ErrorPage({ error, retry }: ErrorPageProps) {
  const words = useTranslations('pages');
  return (
    <main
      role="alert"
      className="mx-auto flex min-h-[60dvh] w-full max-w-md flex-col items-start justify-center px-6 py-12"
    >
      <h1 className="font-semibold text-xl">{words('errorTitle')}</h1>
      <p className="mt-2 text-muted">{words('errorCause')}</p>
      {error.digest && (
        <p className="mt-2 text-muted text-sm">{words('errorNumber', { number: error.digest })}</p>
      )}
      <Button variant="primary" className="mt-5" onClick={retry}>
        {words('errorRetry')}
      </Button>
    </main>
  );
}
