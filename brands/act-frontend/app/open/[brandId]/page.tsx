import { requireBrand, toSafePath } from '@act/auth';
import { redirect } from 'next/navigation';

/**
 * Where the links of notices lead: into the brand that they are about, for those who are in it. A page, because it can say
 * that there is no such page; only a route can keep the choice, so it leads on to one.
 */
export default async function OpenBrandPage({ params, searchParams }: PageProps<'/open/[brandId]'>) {
  const [{ brandId }, { next }] = await Promise.all([params, searchParams]);
  const { brand } = await requireBrand(brandId);
  redirect(`/open/${brand.id}/now?next=${encodeURIComponent(toSafePath(next))}`);
}
