import { signOutAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { type ThemeChoice, ThemeSwitch } from '@act/ui/primitives/theme-switch';
import { SignOutForm } from '@act/ui/screens/sign-out-form';
import { useTranslations } from 'next-intl';
import { LanguageChoice } from '../access/language-choice.tsx';
import { Disclosure } from './disclosure.tsx';

export interface AccountProps {
  readonly email: string;
  readonly theme: ThemeChoice;
}

/** Who is signed in, how they like the studio, and the way out. */
export function Account({ email, theme }: AccountProps) {
  const words = useTranslations('access');
  return (
    <Disclosure
      summary={
        <>
          <span className="sr-only">{words('account')}</span>
          <span className="truncate">{email}</span>
        </>
      }
      summaryClassName="min-h-control px-2.5 text-muted text-sm hover:text-text"
      className="bottom-full mb-1.5 w-80 p-4 max-md:static max-md:w-full max-md:border-0 max-md:p-2.5 max-md:shadow-none"
    >
      <p className="truncate font-medium max-md:hidden">{email}</p>
      <div className="flex flex-col items-start gap-3 md:mt-3">
        <ThemeSwitch value={theme} />
        <LanguageChoice />
      </div>
      <SignOutForm action={signOutAction} className="mt-4 flex flex-wrap gap-2 border-line border-t pt-4">
        <Button type="submit" name="everywhere" value="false">
          {words('signOut')}
        </Button>
        <Button type="submit" variant="quiet" name="everywhere" value="true">
          {words('signOutEverywhere')}
        </Button>
      </SignOutForm>
    </Disclosure>
  );
}
