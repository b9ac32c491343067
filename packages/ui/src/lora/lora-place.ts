/** What lies over the page of LoRAs; it stands in the address, so that a reload or a link opens it again. */
export type LoraPlace =
  | { readonly view: 'list' | 'create' | 'rules' }
  | { readonly view: 'lora'; readonly id: string };

interface Query {
  get(name: string): string | null;
}

export const readPlace = (query: Query): LoraPlace => {
  const id = query.get('id');
  if (id) return { view: 'lora', id };
  const open = query.get('open');
  return { view: open === 'create' || open === 'rules' ? open : 'list' };
};

/** The part of the address that names a place. */
export const toPlaceQuery = (place: LoraPlace): string => {
  if (place.view === 'list') return '';
  if (place.view === 'lora') return `?id=${encodeURIComponent(place.id)}`;
  return `?open=${place.view}`;
};
