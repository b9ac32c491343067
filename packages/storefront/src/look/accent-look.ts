import type { ThemeSettings } from '@act/tenant-config';
import { toHex } from '@act/ui/theme/colour';
import { completePalette, parsePalette } from '@act/ui/theme/palette';
import type { CSSProperties } from 'react';
import { overlayTheme } from './overlay-theme.ts';

/** A brand's own colours for one part of a page, in either mode; its text can be read on them. */
export function accentLook(brandId: string, ownTheme: ThemeSettings): CSSProperties {
  const theme = overlayTheme(brandId, ownTheme);
  const [light, dark] = [parsePalette(theme.light), parsePalette(theme.dark)];
  const palettes = [completePalette('light', light, dark), completePalette('dark', dark, light)] as const;
  const inBoth = (token: 'accent' | 'accentText') =>
    `light-dark(${palettes.map((palette) => toHex(palette[token])).join(', ')})`;
  const look: Record<`--${string}`, string> = {
    '--accent': inBoth('accent'),
    '--accent-text': inBoth('accentText'),
  };
  return look;
}
