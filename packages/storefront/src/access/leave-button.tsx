import { signOutAction } from '@act/auth/actions';
import { Button } from '@act/ui/primitives/button';
import { SignOutForm } from '@act/ui/screens/sign-out-form';
import { getTranslations } from 'next-intl/server';

/** Out of an account that is gone: what the browser kept of it goes too. */
export async function LeaveButton() {
  const words = await getTranslations('access');
  return (
    <SignOutForm action={signOutAction}>
      <Button type="submit" variant="primary" name="everywhere" value="false">
        {words('leave')}
      </Button>
    </SignOutForm>
  );
}
