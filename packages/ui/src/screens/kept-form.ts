/** A form that outlives a reload of its tab: whose it is, in which brand, and which one. */
export interface KeptFormPlace {
  readonly personId: string;
  readonly brandId: string;
  readonly form: string;
}

const prefix = 'act.form:';
const keyOf = ({ brandId, form }: KeptFormPlace) => `${prefix}${form}:${brandId}`;

/** What this person left in the form; null where there is nothing, or somebody else's. */
export const readKeptForm = (place: KeptFormPlace, storage: Storage = sessionStorage): unknown =>
  readOf(place.personId, storage.getItem(keyOf(place)));

/** Written at once: a reload may be the next thing to happen. */
export const keepForm = (place: KeptFormPlace, value: unknown, storage: Storage = sessionStorage): void =>
  storage.setItem(keyOf(place), JSON.stringify({ personId: place.personId, value }));

export const forgetForm = (place: KeptFormPlace, storage: Storage = sessionStorage): void =>
  storage.removeItem(keyOf(place));

/** Somebody else was at this tab before: what they left goes, in every brand. */
export const forgetFormsOfOthers = (personId: string, storage: Storage = sessionStorage): void => {
  const keys = Array.from(storage, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(prefix) && readOf(personId, storage.getItem(key)) === null) storage.removeItem(key);
  }
};

/** Whoever leaves takes along what they filled in. */
export const forgetForms = (storage: Storage): void => {
  const keys = Array.from(storage, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
};

const readOf = (personId: string, text: string | null): unknown => {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('value' in kept)) return null;
    return 'personId' in kept && kept.personId === personId ? kept.value : null;
  } catch {
    return null;
  }
};
