import { getBrandVisit, isOwnOrigin, openOwnCookies, toSafePath } from '@act/auth';

export interface OpenBrandContext {
  readonly params: Promise<{ readonly brandId: string }>;
}

/**
 * Works in this brand from now on, and goes on to a page of it. A form of this site, never a link, nor a form of another
 * site: in whose name somebody works is theirs to say.
 */
export async function POST(request: Request, { params }: OpenBrandContext): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refuse(403);
  const form = await request.formData().catch(() => null);
  if (!form) return refuse(400);
  const { brandId } = await params;
  const next = toSafePath(form.get('next'));
  const page = `/open/${encodeURIComponent(brandId)}${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`;
  const visit = await getBrandVisit(brandId);
  // Not to here: what is gone on to is asked for, and this is only posted to.
  if (visit.state === 'signedOut') return goTo(`/sign-in?next=${encodeURIComponent(page)}`);
  if (visit.state === 'closed') return goTo(page);
  if (visit.state !== 'inside') return refuse(404);
  (await openOwnCookies()).set('brand', visit.viewer.brand.id);
  return goTo(next);
}

const headers = { 'cache-control': 'private, no-store' };
const refuse = (status: number) => new Response(null, { status, headers });
const goTo = (location: string) => new Response(null, { status: 303, headers: { ...headers, location } });
