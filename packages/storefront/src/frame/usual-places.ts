import { type FramePlace, studioPlaces } from '@act/ui/frame/places';

/** Where a storefront has its pages other than @act/ui says; null where it has none. */
const addresses: Partial<Record<FramePlace['name'], string | null>> = {
  home: '/',
};

/** The places in the rail, where a storefront does not name its own. */
export const usualPlaces: readonly FramePlace[] = studioPlaces.flatMap((place) => {
  const href = addresses[place.name];
  return href === null ? [] : [{ ...place, href: href ?? place.href }];
});
