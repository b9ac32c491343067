import { getVisit, toSafePath } from '@act/auth';
import { BrandMark } from '@act/ui/frame/brand-mark';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { SignOutButton } from '../access/sign-out-button.tsx';
import { OpenBrandForm } from '../frame/open-brand-form.tsx';
import { readBrandLooks } from '../look/read-brand-looks.ts';
import type { PageQuery } from './page-query.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('brandsTitle'),
});

export async function BrandsPage({ searchParams }: PageQuery) {
  const [query, words, visit] = await Promise.all([searchParams, getTranslations('access'), getVisit()]);
  if (visit.state === 'signedOut') redirect('/sign-in?next=/brands');
  if (visit.state === 'withoutBrand') redirect('/welcome');
  const choices = await readBrandLooks(
    visit.state === 'inside' ? visit.viewer.brands : visit.choices.map(({ id, name }) => ({ id, name })),
  );
  return (
    <AccessFrame title={words('brandsTitle')} lead={words('brandsLead')} corner={<LanguageChoice />}>
      <ul className="flex flex-col gap-2">
        {choices.map(({ id, name, look }) => (
          <li key={id} style={look}>
            <OpenBrandForm brandId={id} next={toSafePath(query.next)}>
              <button
                type="submit"
                className="flex w-full rounded-md border border-line border-l-4 border-l-accent bg-raised p-3 text-left hover:border-edge hover:border-l-accent"
              >
                <BrandMark name={name} />
              </button>
            </OpenBrandForm>
          </li>
        ))}
      </ul>
      <SignOutButton className="mt-4 w-full" />
    </AccessFrame>
  );
}
