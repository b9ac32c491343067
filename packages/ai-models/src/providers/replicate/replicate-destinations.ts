import { ProviderError } from '../../errors/index.ts';
import { explainFailure } from '../explain-failure.ts';
import type { ModelReference } from './model-reference.ts';
import type { ReplicateApi } from './replicate-api.ts';
import { isConflict } from './replicate-errors.ts';

/** Where trained models go: one private model per brand, so that no brand's version is among another's. */
export interface Destinations {
  /** Makes it where it is missing. */
  ensure(brandId: string, signal?: AbortSignal): Promise<ModelReference>;
  /** As it is called, whether it is there or not. */
  nameFor(brandId: string, signal?: AbortSignal): Promise<ModelReference>;
  /** After Replicate said that it is gone. */
  forget(brandId: string): void;
}

/** Replicate chooses the hardware of a fine-tune itself, but wants to be told one. */
const hardware = 'gpu-t4';

/** Remembers which ones it has seen, and who owns them. */
export function createDestinations(api: ReplicateApi, username: string | undefined): Destinations {
  const known = new Set<string>();
  let owner = username;

  async function getOwner(signal?: AbortSignal): Promise<string> {
    owner ??= (await api.getAccount(signal)).username;
    return owner;
  }

  const nameFor = async (brandId: string, signal?: AbortSignal) => ({
    owner: await getOwner(signal),
    name: destinationName(brandId),
  });

  return {
    nameFor,
    async ensure(brandId, signal) {
      const destination = await nameFor(brandId, signal);
      if (known.has(brandId)) return destination;
      if (!(await isThere(api, destination, signal))) await make(api, destination, signal);
      known.add(brandId);
      return destination;
    },
    forget: (brandId) => void known.delete(brandId),
  };
}

/** A name may not end in a hyphen, but an id may; the dot keeps the two brands `a-` and `a-x` apart. */
export function destinationName(brandId: string): string {
  return brandId.endsWith('-') ? `act-${brandId}.x` : `act-${brandId}`;
}

async function isThere(
  api: ReplicateApi,
  destination: ModelReference,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    const { visibility } = await api.getModel(destination, signal);
    if (visibility === 'private') return true;
  } catch (error) {
    if (ProviderError.isInstance(error) && error.status === 404) return false;
    throw error;
  }
  throw explainFailure('forbidden', {
    providerId: 'replicate',
    vendorDetail: `${destination.owner}/${destination.name} is not private`,
    hint: "Make the brand's model on Replicate private; nothing is trained into a public one.",
  });
}

async function make(api: ReplicateApi, { owner, name }: ModelReference, signal?: AbortSignal): Promise<void> {
  const made = await api.createModel({ owner, name, visibility: 'private', hardware }, signal);
  if (made.outcome === 'accepted') return;
  if (!isConflict(made.error)) throw made.error;
  // Somebody else made it just now: is it as we would have made it?
  await isThere(api, { owner, name }, signal);
}
