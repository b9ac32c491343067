import type { ThemeChoice } from '@act/ui/primitives/theme-switch';

// Switches in @act/ui keep these in cookies, so that the first view of a page is right.

interface CookieJar {
  get(name: string): { readonly value: string } | undefined;
}

/** Light, dark, or as the machine has it. */
export function readThemeChoice(jar: CookieJar): ThemeChoice {
  const value = jar.get('theme')?.value;
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const isRailNarrow = (jar: CookieJar): boolean => jar.get('rail')?.value === 'narrow';
