import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

export interface BackLinkProps {
  /** Where to go on to after signing in. */
  readonly next?: string;
}

export async function BackLink({ next = '/' }: BackLinkProps) {
  const words = await getTranslations('access');
  return (
    <p className="mt-5 text-sm">
      <Link
        href={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
        className="underline decoration-edge underline-offset-2"
      >
        {words('back')}
      </Link>
    </p>
  );
}
