import type { PlaceName } from '@act/ui/frame/places';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** The title of a page, as its place is called in the rail. */
export const titleOf = async (place: PlaceName): Promise<Metadata> => ({
  title: (await getTranslations('frame.places'))(place),
});
