import { getAuthConfiguration } from '@act/auth';
import type { ThemeSettings } from '@act/tenant-config';

/**
 * The storefront's theme with what a brand changes of it. A brand without a colour of its own gets one from its id, so
 * that nobody who works in several takes one for another.
 */
export function overlayTheme(id: string, theme: ThemeSettings): ThemeSettings {
  const { brand: storefront } = getAuthConfiguration();
  const { settings } = storefront;
  const own = id === storefront.id ? {} : accentOf(id);
  return {
    ...settings.theme,
    ...theme,
    light: { ...settings.theme.light, ...own, ...theme.light },
    dark: { ...settings.theme.dark, ...own, ...theme.dark },
  };
}

/** Hues far enough apart to be told from each other. */
const hues = [150, 195, 235, 270, 305, 345, 105];

function accentOf(id: string) {
  const hue =
    hues[[...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % hues.length];
  return { accent: `oklch(0.6 0.15 ${hue})`, accentText: '#0c0d0e' };
}
