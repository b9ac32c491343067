import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { StorefrontTheme } from '../look/brand-theme.tsx';

export async function NotFoundPage() {
  const words = await getTranslations('pages');
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-6">
      <StorefrontTheme />
      <h1 className="font-semibold text-xl">{words('missingTitle')}</h1>
      <p className="mt-2 text-muted">{words('missingLine')}</p>
      <p className="mt-5">
        <Link href="/" className="underline decoration-edge underline-offset-2">
          {words('missingAction')}
        </Link>
      </p>
    </main>
  );
}
