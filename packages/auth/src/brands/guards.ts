import type { BrandRole } from '@act/tenant-config';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { findOnlyBrandId, getAuthConfiguration } from '../configuration.ts';
import { pathHeader } from '../paths/path-header.ts';
import { toSafePath } from '../paths/safe-path.ts';
import { nameCookies } from '../sessions/cookies.ts';
import { createServerSession } from '../sessions/server-session.ts';
import { findVisit, type Viewer, type Visit } from './viewer.ts';

/** Who asks, looked up once for each request. */
export const getVisit = cache(async (): Promise<Visit> => {
  const [session, jar, requestHeaders] = await Promise.all([createServerSession(), cookies(), headers()]);
  const names = nameCookies(getAuthConfiguration().storefront);
  return findVisit({
    session,
    preferred: jar.get(names.brand)?.value ?? null,
    host: requestHeaders.get('host'),
    only: findOnlyBrandId(),
  });
});

const ranks: Readonly<Record<BrandRole, number>> = { viewer: 0, member: 1, admin: 2 };

/** Whether a role may do what another role may. */
export const hasRole = (role: BrandRole, least: BrandRole): boolean => ranks[role] >= ranks[least];

export interface RequireViewerOptions {
  /** Whoever has less in this brand is told that there is no such page. Default `viewer`. */
  role?: BrandRole;
}

/**
 * The viewer of a page that is for members. Others are led to where they can become one: to the sign-in page, which
 * leads back here, to the choice of a brand, or to the page for people without one.
 */
export async function requireViewer({ role = 'viewer' }: RequireViewerOptions = {}): Promise<Viewer> {
  const visit = await getVisit();
  if (visit.state === 'signedOut') redirect(`/sign-in${await backHere()}`);
  if (visit.state === 'withoutBrand') redirect('/welcome');
  if (visit.state === 'undecided') redirect(`/brands${await backHere()}`);
  if (visit.state === 'closed') redirect(`/open/${encodeURIComponent(visit.brand.id)}`);
  if (!hasRole(visit.viewer.brand.role, role)) notFound();
  return visit.viewer;
}

/** As {@link getVisit}, for an address that names a brand: `inside` or `closed` is that one, whichever is open. */
export const getBrandVisit = cache(async (brandId: string): Promise<Visit> => {
  const only = findOnlyBrandId();
  if (only !== null && only !== brandId) return outside(await getVisit());
  return findVisit({ session: await createServerSession(), preferred: brandId, host: null, only });
});

/** What a visit is to a brand that cannot be opened here. */
const outside = (visit: Visit): Visit =>
  visit.state === 'signedOut'
    ? visit
    : { state: 'withoutBrand', person: visit.state === 'inside' ? visit.viewer.person : visit.person };

/** As {@link getBrandVisit}, for a page: to others than members of this brand there is none. */
export async function requireBrandVisit(
  brandId: string,
): Promise<Extract<Visit, { state: 'inside' | 'closed' }>> {
  const visit = await getBrandVisit(brandId);
  if (visit.state === 'signedOut') redirect(`/sign-in${await backHere()}`);
  if (visit.state !== 'inside' && visit.state !== 'closed') notFound();
  return visit;
}

async function backHere(): Promise<string> {
  const path = toSafePath((await headers()).get(pathHeader));
  return path === '/' ? '' : `?next=${encodeURIComponent(path)}`;
}
