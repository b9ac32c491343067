import { usePathname, useSearchParams } from 'next/navigation';
import { type LoraPlace, readPlace, toPlaceQuery } from './lora-place.ts';

/** What is open over the page. Going back closes it; what opens out of another takes its place. */
export const useLoraPlace = () => {
  const [query, pathname] = [useSearchParams(), usePathname()];
  const place = readPlace(query);
  const go = (next: LoraPlace) => {
    const address = `${pathname}${toPlaceQuery(next)}`;
    if (place.view === 'list' && next.view !== 'list') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  };
  return [place, go] as const;
};
