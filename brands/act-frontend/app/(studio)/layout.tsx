import { getAuthConfiguration, hasRole, loadAuthSettings, nameCookies, requireViewer } from '@act/auth';
import { PageWatch } from '@act/auth/browser';
import { AppFrame } from '@act/ui/frame/app-frame';
import { BrandMark } from '@act/ui/frame/brand-mark';
import { SimulatedBadge } from '@act/ui/primitives/simulated-badge';
import { Toaster } from '@act/ui/primitives/toaster';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Account } from '../../frame/account.tsx';
import { BrandStudio } from '../../frame/brand-studio.tsx';
import { BrandSwitcher } from '../../frame/brand-switcher.tsx';
import { listPlaces } from '../../frame/places.tsx';
import { loadStorefrontSettings } from '../../load-setting.ts';
import { BrandTheme } from '../../look/brand-theme.tsx';
import { isRailNarrow, readThemeChoice } from '../../look/kept-choices.ts';

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const [{ brand, brands, person }, jar] = await Promise.all([requireViewer(), cookies()]);
  const names = nameCookies(getAuthConfiguration().storefront);
  const { url, publishableKey } = loadAuthSettings();
  return (
    <>
      <BrandTheme id={brand.id} theme={brand.settings.theme} />
      <PageWatch
        personId={person.id}
        brandId={brand.id}
        cookies={{ person: names.person, brand: names.brand }}
      />
      <AppFrame
        brand={
          <BrandSwitcher
            brand={{ id: brand.id, name: brand.name }}
            role={brand.role}
            brands={brands.map(({ id, name }) => ({ id, name }))}
          />
        }
        brandMark={<BrandMark name={brand.name} isMarkOnly />}
        account={<Account email={person.email} theme={readThemeChoice(jar)} />}
        world={<SimulatedBadge isSimulated={!loadStorefrontSettings().isLive} />}
        places={listPlaces({ isAdmin: hasRole(brand.role, 'admin') })}
        isNarrowAtFirst={isRailNarrow(jar)}
      >
        <BrandStudio
          // Another brand starts with nothing of what was asked for the last one.
          key={brand.id}
          brand={{ id: brand.id, name: brand.name, role: brand.role, training: brand.settings.training }}
          session={{ url, publishableKey, cookieName: names.session }}
        >
          {children}
        </BrandStudio>
      </AppFrame>
      <Toaster />
    </>
  );
}
