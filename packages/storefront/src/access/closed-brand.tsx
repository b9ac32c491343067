import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from './access-frame.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { SignOutButton } from './sign-out-button.tsx';

export interface ClosedBrandProps {
  readonly brand: { readonly id: string; readonly name: string };
  /** All brands of this person, this one too. */
  readonly choices: readonly { readonly id: string }[];
}

/** In place of a brand whose settings cannot be read: the way to others, and the way out. */
export async function ClosedBrand({ brand, choices }: ClosedBrandProps) {
  const words = await getTranslations('access');
  return (
    <AccessFrame
      title={words('closedTitle', { brand: brand.name })}
      lead={words('closedLead')}
      corner={<LanguageChoice />}
    >
      {choices.length > 1 && (
        <p className="text-sm">
          <Link href="/brands" className="underline decoration-edge underline-offset-2">
            {words('switchBrand')}
          </Link>
        </p>
      )}
      <SignOutButton className="mt-4 w-full" />
    </AccessFrame>
  );
}
