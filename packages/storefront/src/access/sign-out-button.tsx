import { signOutAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { SignOutForm } from '@act/ui/screens/sign-out-form';
import { getTranslations } from 'next-intl/server';

export interface SignOutButtonProps {
  /** Ends every session of this person, in every browser. */
  readonly everywhere?: boolean;
  readonly className?: string;
}

export async function SignOutButton({ everywhere = false, className }: SignOutButtonProps) {
  const words = await getTranslations('access');
  return (
    <SignOutForm action={signOutAction}>
      <Button
        type="submit"
        variant={everywhere ? 'secondary' : 'quiet'}
        name="everywhere"
        value={String(everywhere)}
        className={className}
      >
        {words(everywhere ? 'signOutEverywhere' : 'signOut')}
      </Button>
    </SignOutForm>
  );
}
