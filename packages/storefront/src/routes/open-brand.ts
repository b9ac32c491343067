import { openOwnCookies, requireBrand, toSafePath } from '@act/auth';

export interface OpenBrandContext {
  readonly params: Promise<{ readonly brandId: string }>;
}

/**
 * Works in this brand from now on, and goes on to a page of it. A form of this site, never a link: the session's cookie
 * does not come with what another site sends.
 */
export async function POST(request: Request, { params }: OpenBrandContext): Promise<Response> {
  const { brand } = await requireBrand((await params).brandId);
  const next = (await request.formData()).get('next');
  (await openOwnCookies()).set('brand', brand.id);
  return new Response(null, {
    status: 303,
    headers: {
      location: toSafePath(typeof next === 'string' ? next : null),
      'cache-control': 'private, no-store',
    },
  });
}
