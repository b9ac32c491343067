'use client';

import { signInAsDemoPersonAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { RefusalLine } from './refusal-line.tsx';

/** Somebody to look around as; the password stays on the server. */
export interface DemoChoice {
  readonly email: string;
  readonly role: 'admin' | 'member' | 'viewer' | null;
}

/** People who belong together: to one brand, to several, or to none. */
export interface DemoGroup {
  readonly name: string;
  readonly people: readonly DemoChoice[];
}

export interface DemoPeopleProps {
  readonly groups: readonly DemoGroup[];
  readonly next: string;
  readonly outboxUrl: string | null;
}

export function DemoPeople({ groups, next, outboxUrl }: DemoPeopleProps) {
  const words = useTranslations('access');
  const [result, submit, isPending] = useActionState(signInAsDemoPersonAction, null);
  return (
    <section aria-labelledby="demo-people" className="mt-8 border-line border-t pt-6">
      <h2 id="demo-people" className="font-semibold text-base">
        {words('demo')}
      </h2>
      <p className="mt-1 text-muted text-sm">{words('demoLead')}</p>
      <form action={submit} className="mt-4 flex flex-col gap-2.5">
        <input type="hidden" name="next" value={next} />
        {groups.map(({ name, people }) => (
          <fieldset key={name} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <legend className="float-left min-w-40 flex-1 text-sm">{name}</legend>
            <div className="flex flex-wrap gap-1.5">
              {people.map(({ email, role }) => (
                <Button
                  key={email}
                  type="submit"
                  size="small"
                  name="email"
                  value={email}
                  title={email}
                  disabled={isPending}
                >
                  {role ? words(`roles.${role}`) : email.split('@')[0]}
                </Button>
              ))}
            </div>
          </fieldset>
        ))}
        <RefusalLine result={result} />
      </form>
      {outboxUrl && <OutboxLine url={outboxUrl} />}
    </section>
  );
}

/** Where mail lands that does not leave this machine. */
export function OutboxLine({ url }: { readonly url: string }) {
  const words = useTranslations('access');
  return (
    <p className="mt-4 text-muted text-sm">
      {words('outboxLine')}{' '}
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className="text-text underline decoration-edge underline-offset-2"
      >
        {words('outbox')}
      </a>
    </p>
  );
}
