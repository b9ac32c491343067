import type { ReactNode } from 'react';
import { brand } from '../../brand.config.ts';
import { BrandTheme } from '../../look/brand-theme.tsx';

export default function AccessLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <BrandTheme id={brand.id} theme={brand.settings.theme} />
      {children}
    </>
  );
}
