import { getVisit, toSafePath } from '@act/auth';
import { BrandMark } from '@act/ui/frame/brand-mark';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../../../access/access-frame.tsx';
import { SignOutButton } from '../../../access/sign-out-button.tsx';
import { toBrandAddress } from '../../../frame/brand-address.ts';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('access'))('brandsTitle'),
});

export default async function BrandsPage({ searchParams }: PageProps<'/brands'>) {
  const [query, words, visit] = await Promise.all([searchParams, getTranslations('access'), getVisit()]);
  if (visit.state === 'signedOut') redirect('/sign-in?next=/brands');
  if (visit.state === 'withoutBrand') redirect('/welcome');
  const choices = visit.state === 'inside' ? visit.viewer.brands : visit.choices;
  return (
    <AccessFrame pitch={words('pitch')} title={words('brandsTitle')} lead={words('brandsLead')}>
      <ul className="flex flex-col gap-2">
        {choices.map(({ id, name }) => (
          <li key={id}>
            <a
              href={toBrandAddress(id, toSafePath(query.next))}
              className="flex rounded-md border border-line bg-raised p-3 hover:border-edge"
            >
              <BrandMark name={name} />
            </a>
          </li>
        ))}
      </ul>
      <SignOutButton className="mt-4 w-full" />
    </AccessFrame>
  );
}
