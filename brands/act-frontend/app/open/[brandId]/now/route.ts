import { openOwnCookies, requireBrand, toSafePath } from '@act/auth';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';

/** Works in this brand from now on. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/open/[brandId]/now'>,
): Promise<Response> {
  const { brand } = await requireBrand((await params).brandId);
  (await openOwnCookies()).set('brand', brand.id);
  redirect(toSafePath(request.nextUrl.searchParams.get('next')));
}
