import type { LoraTraits } from '../../lora/lora-traits.ts';
import { readLoraTraits } from '../../lora/read-lora.ts';
import type { ModelStore } from '../models/model-store.ts';
import type { OutputStore } from '../outputs/output-store.ts';
import { RunFailure } from '../runs/run.ts';

export interface LoraShelfSettings {
  models: ModelStore;
  outputs: OutputStore;
}

interface LoraRequest {
  /** As in `lora_weights`: an address, or a public model's name. */
  reference: string;
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
}

/** LoRAs by the address they were fetched from, as Replicate's machines keep them: a fresh signature is a fresh file. */
export interface LoraShelf {
  /** What the LoRA carries; throws what the run's `error` is to say. */
  get(request: LoraRequest): Promise<LoraTraits>;
  /** How often each address was fetched. */
  fetches(): { url: string; count: number }[];
}

const keptLoras = 200;

export function createLoraShelf(settings: LoraShelfSettings): LoraShelf {
  const shelf = new Map<string, LoraTraits>();
  const fetches = new Map<string, number>();

  const fetchOnce = async (request: LoraRequest): Promise<LoraTraits> => {
    const { reference: url } = request;
    const known = shelf.get(url);
    if (known) return known;
    fetches.set(url, (fetches.get(url) ?? 0) + 1);
    const traits = await download(request);
    shelf.set(url, traits);
    const [oldest] = shelf.keys();
    if (shelf.size > keptLoras && oldest !== undefined) shelf.delete(oldest);
    return traits;
  };

  return {
    fetches: () => [...fetches].map(([url, count]) => ({ url, count })),
    async get(request) {
      const traits = findHere(request.reference, settings) ?? (await fetchOnce(request));
      if (traits.modelType === 'flux') return traits;
      throw new RunFailure('Invalid LoRA: none of its keys match the layers of FLUX.1');
    },
  };
}

/** What the simulator has without fetching: public fine-tunes, and archives of its own trainings. */
function findHere(reference: string, { models, outputs }: LoraShelfSettings): LoraTraits | null {
  const output = outputs.findByUrl(reference);
  if (output?.traits) return output.traits;
  const [, name, version] = reference.match(/^([\w.-]+\/[\w.-]+)(?:\/([0-9a-f]{64}))?$/) ?? [];
  if (name === undefined) return null;
  // The resolver has no token: it sees what nobody in particular may see.
  const model = models.find(name, '');
  const found = version ? model?.versions.find(({ id }) => id === version) : model?.versions[0];
  if (found?.traits) return found.traits;
  throw new RunFailure(`Failed to resolve LoRA weights: ${name} has none that can be read`);
}

async function download({ reference, fetch, signal }: LoraRequest): Promise<LoraTraits> {
  const url = URL.parse(reference);
  // Hubs cannot be reached from here, and their addresses end otherwise.
  if (!url?.pathname.endsWith('.safetensors')) {
    throw new RunFailure(
      `Invalid LoRA URL: ${withoutQuery(reference)} is no model and does not end in .safetensors`,
    );
  }
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw new RunFailure(
      `Failed to download LoRA weights: ${error instanceof Error ? error.message : error}`,
    );
  });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new RunFailure(`Failed to download LoRA weights: HTTP status ${response.status}`);
  }
  return readLoraTraits(response.body).catch((error: unknown) => {
    throw new RunFailure(`Invalid LoRA: ${error instanceof Error ? error.message : error}`);
  });
}

const withoutQuery = (url: string) => url.split('?')[0];
