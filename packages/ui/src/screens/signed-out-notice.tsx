'use client';

import { LogIn } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useWords } from '../messages/use-words.ts';
import { buttonLook } from '../primitives/button-look.ts';
import { studioPaths } from './studio-paths.ts';

/**
 * Over the page of somebody whose session was ended elsewhere. The way in opens beside it, for not every form outlives its
 * page; as soon as this person is signed in again, the page goes on and the notice goes.
 */
export function SignedOutNotice() {
  const words = useWords('session');
  const search = useSearchParams().toString();
  const here = `${usePathname()}${search && `?${search}`}`;
  return (
    <div
      role="alert"
      className="fixed inset-x-0 top-3 z-40 mx-auto flex w-fit max-w-[calc(100%-2rem)] flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised py-2.5 pr-2.5 pl-4 shadow-float"
    >
      <p className="min-w-0 max-w-prose">
        <span className="font-medium">{words('over')}</span>{' '}
        <span className="text-muted">{words('kept')}</span>
      </p>
      <a
        href={studioPaths.signIn(here)}
        target="_blank"
        rel="noreferrer"
        className={buttonLook('primary', 'small')}
      >
        <LogIn aria-hidden size={15} />
        {words('signIn')}
      </a>
    </div>
  );
}
