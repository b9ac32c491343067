import { brandSettingsSchema, type ThemeSettings } from '@act/tenant-config';

/** The address says all that the sheet says, so that it never changes and never has to be asked for twice. */
export const toThemeAddress = (theme: ThemeSettings): string =>
  `/theme.css?${new URLSearchParams({ theme: JSON.stringify(theme) })}`;

/** The theme of such an address; null for one that holds none, or what could do more than colour a page. */
export function parseThemeAddress(url: string): ThemeSettings | null {
  try {
    const theme: unknown = JSON.parse(new URL(url).searchParams.get('theme') ?? '');
    return brandSettingsSchema.safeParse({ theme }).data?.theme ?? null;
  } catch {
    return null;
  }
}
