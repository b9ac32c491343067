import { getVisit, requireBrandVisit, toSafePath } from '@act/auth';
import { Button } from '@act/ui/primitives/button';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccessFrame } from '../access/access-frame.tsx';
import { ClosedBrand } from '../access/closed-brand.tsx';
import { LanguageChoice } from '../access/language-choice.tsx';
import { OpenBrandForm } from '../frame/open-brand-form.tsx';
import type { PageQuery } from './page-query.ts';

export interface OpenBrandPageProps extends PageQuery {
  readonly params: Promise<{ readonly brandId: string }>;
}

export const generateMetadata = async ({ params }: OpenBrandPageProps): Promise<Metadata> => {
  const [{ brandId }, words] = await Promise.all([params, getTranslations('access')]);
  const visit = await requireBrandVisit(brandId);
  if (visit.state === 'closed') return { title: words('closedTitle', { brand: visit.brand.name }) };
  return { title: words('openTitle', { brand: visit.viewer.brand.name }) };
};

/**
 * Where the links of notices lead: into the brand that they are about, for those who are in it. Where another one is open
 * it asks first, for a link that somebody sent must not change in whose name one works.
 */
export async function OpenBrandPage({ params, searchParams }: OpenBrandPageProps) {
  const [{ brandId }, query, words, visit] = await Promise.all([
    params,
    searchParams,
    getTranslations('access'),
    getVisit(),
  ]);
  const asked = await requireBrandVisit(brandId);
  if (asked.state === 'closed') {
    // What is wrong is for whoever runs this: they alone can mend it.
    process.emitWarning(asked.reason);
    return <ClosedBrand brand={asked.brand} choices={asked.choices} />;
  }
  const { brand } = asked.viewer;
  const next = toSafePath(query.next);
  if (visit.state === 'inside' && visit.viewer.brand.id === brand.id) redirect(next);
  return (
    <AccessFrame
      title={words('openTitle', { brand: brand.name })}
      lead={words('openLead', { brand: brand.name })}
      corner={<LanguageChoice />}
    >
      <OpenBrandForm brandId={brand.id} next={next}>
        <Button type="submit" variant="primary" className="w-full">
          {words('openDo', { brand: brand.name })}
        </Button>
      </OpenBrandForm>
      <p className="mt-4 text-sm">
        <Link href="/" className="underline decoration-edge underline-offset-2">
          {words('stay')}
        </Link>
      </p>
    </AccessFrame>
  );
}
