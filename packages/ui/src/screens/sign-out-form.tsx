'use client';

import type { ReactNode } from 'react';
import { forgetForms } from './kept-form.ts';
import { unsubscribeFromPush } from './settings/notices/push-subscription.ts';

interface SignOutFormProps {
  readonly action: (form: FormData) => Promise<void>;
  readonly className?: string;
  /** The buttons. */
  readonly children: ReactNode;
}

/** The way out: what this browser was shown of somebody, it is not shown while somebody else is at it. */
export const SignOutForm = ({ action, className, children }: SignOutFormProps) => (
  // Nobody is kept in by a browser that cannot: the service forgets an address that does not answer.
  <form
    action={action}
    className={className}
    onSubmit={() => {
      forgetForms(localStorage);
      void unsubscribeFromPush().catch(() => undefined);
    }}
  >
    {children}
  </form>
);
