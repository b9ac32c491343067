import { createServerSession } from '@act/auth';
import { brandSettingsSchema, type ThemeSettings } from '@act/tenant-config';
import type { CSSProperties } from 'react';
import { z } from 'zod';
import { accentLook } from './accent-look.ts';

const noTheme: ThemeSettings = { light: {}, dark: {} };
const rowsSchema = z.array(z.object({ id: z.string(), theme: z.unknown() }));

/** Brands to choose from, each with its own colours. */
export async function readBrandLooks<Brand extends { readonly id: string }>(
  brands: readonly Brand[],
): Promise<(Brand & { readonly look: CSSProperties })[]> {
  if (brands.length === 0) return [];
  const session = await createServerSession();
  const { data } = await session
    .from('brands')
    .select('id, theme:settings->theme')
    .in(
      'id',
      brands.map(({ id }) => id),
    )
    .throwOnError();
  const themes = new Map(rowsSchema.parse(data).map(({ id, theme }) => [id, theme]));
  return brands.map((brand) => {
    // A brand whose settings are broken is still one to choose.
    const settings = brandSettingsSchema.safeParse({ theme: themes.get(brand.id) ?? {} });
    return { ...brand, look: accentLook(brand.id, settings.data?.theme ?? noTheme) };
  });
}
