import { getAuthConfiguration, loadAuthSettings, nameCookies, requireViewer } from '@act/auth';
import { PageWatch } from '@act/auth/browser';
import { AppFrame, type AppFrameProps } from '@act/ui/frame/app-frame';
import { BrandMark } from '@act/ui/frame/brand-mark';
import type { FramePlace } from '@act/ui/frame/places';
import { SimulatedBadge } from '@act/ui/primitives/simulated-badge';
import { Toaster } from '@act/ui/primitives/toaster';
import { ActivityTray } from '@act/ui/screens/activity/activity-tray';
import { UnreadCount } from '@act/ui/screens/activity/unread-count';
import { FindButton } from '@act/ui/screens/palette/find-button';
import { StudioPalette } from '@act/ui/screens/palette/studio-palette';
import { cookies } from 'next/headers';
import type { ComponentType, ReactNode } from 'react';
import { Account } from '../frame/account.tsx';
import { BrandStudio } from '../frame/brand-studio.tsx';
import { BrandSwitcher } from '../frame/brand-switcher.tsx';
import { usualPlaces } from '../frame/usual-places.ts';
import { loadStorefrontSettings } from '../load-setting.ts';
import { BrandTheme } from '../look/brand-theme.tsx';
import { isRailNarrow, readThemeChoice } from '../look/kept-choices.ts';
import { readBrandLooks } from '../look/read-brand-looks.ts';

export interface StudioLayoutProps {
  readonly children: ReactNode;
  /** What stands in the rail, where a storefront has other pages than usual. */
  readonly places?: readonly FramePlace[];
  /** How all of it stands around a page; a rail at the left unless a storefront brings its own. */
  readonly frame?: ComponentType<AppFrameProps>;
}

/** The studio of whoever is signed in, around its pages: the rail, the brand, the account. */
export async function StudioLayout({
  children,
  places = usualPlaces,
  frame: Frame = AppFrame,
}: StudioLayoutProps) {
  const [{ brand, brands, person }, jar] = await Promise.all([requireViewer(), cookies()]);
  const storefront = getAuthConfiguration();
  const names = nameCookies(storefront.storefront);
  const { url, publishableKey } = loadAuthSettings();
  const isSimulated = !loadStorefrontSettings().isLive;
  const others = brands.filter(({ id }) => id !== brand.id).map(({ id, name }) => ({ id, name }));
  return (
    <>
      <BrandTheme id={brand.id} theme={brand.settings.theme} />
      <PageWatch
        personId={person.id}
        brandId={brand.id}
        cookies={{ person: names.person, brand: names.brand }}
      />
      <BrandStudio
        // Another brand starts with nothing of what was asked for the last one.
        key={brand.id}
        brand={{
          id: brand.id,
          name: brand.name,
          role: brand.role,
          training: brand.settings.training,
          isPrivate: storefront.brand.defaultVisibility === 'owner',
          canShare: brand.settings.features.sharing,
        }}
        personId={person.id}
        isSimulated={isSimulated}
        session={{ url, publishableKey, cookieName: names.session }}
      >
        <Frame
          brand={
            <BrandSwitcher
              brand={{ id: brand.id, name: brand.name }}
              role={brand.role}
              others={await readBrandLooks(others)}
            />
          }
          brandMark={<BrandMark name={brand.name} isMarkOnly />}
          account={<Account email={person.email} theme={readThemeChoice(jar)} />}
          world={<SimulatedBadge isSimulated={isSimulated} />}
          places={places.map((place) =>
            place.name === 'activity' ? { ...place, badge: <UnreadCount /> } : place,
          )}
          activity={
            <>
              <FindButton />
              <ActivityTray />
            </>
          }
          isNarrowAtFirst={isRailNarrow(jar)}
        >
          {children}
        </Frame>
        <StudioPalette places={places.map(({ name, href }) => ({ name, href }))} />
      </BrandStudio>
      <Toaster />
    </>
  );
}
