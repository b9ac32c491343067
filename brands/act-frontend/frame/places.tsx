import { type FramePlace, studioPlaces } from '@act/ui/frame/places';

/** Where this storefront has other pages than usual; null where it has none. */
const otherAddresses: Partial<Record<FramePlace['name'], string | null>> = {
  home: '/',
  settings: '/settings/members',
  activity: null,
};

/** The places in the rail; some are for admins. */
export const listPlaces = ({ isAdmin }: { isAdmin: boolean }): FramePlace[] =>
  studioPlaces.flatMap((place) => {
    const href = otherAddresses[place.name] ?? place.href;
    const isShown = otherAddresses[place.name] !== null && (isAdmin || place.name !== 'settings');
    return isShown ? [{ ...place, href }] : [];
  });
