import { getAuthConfiguration } from '@act/auth';
import type { ThemeSettings } from '@act/tenant-config';
import { overlayTheme } from './overlay-theme.ts';
import { toThemeAddress } from './theme-address.ts';

export interface BrandThemeProps {
  readonly id: string;
  /** As the brand's row has it. */
  readonly theme: ThemeSettings;
}

/**
 * The look of the brand in which somebody works, over the storefront's. A sheet of its own: a style written into a page
 * that is already open would lack the nonce of that page.
 */
export const BrandTheme = ({ id, theme }: BrandThemeProps) => (
  <link rel="stylesheet" href={toThemeAddress(overlayTheme(id, theme))} precedence="theme" />
);

/** The storefront's own look, where nobody is in a brand. */
export function StorefrontTheme() {
  const { id, settings } = getAuthConfiguration().brand;
  return <BrandTheme id={id} theme={settings.theme} />;
}
