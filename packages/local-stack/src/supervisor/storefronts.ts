import type { StorefrontSeed } from '../database/seed-storefront.ts';
import type { StackSettings } from '../home/load-setting.ts';
import type { StackPorts } from './last-ports.ts';
import { choosePort } from './start-on-port.ts';

/** A storefront of the product: its name, and the file of its program. */
export interface StorefrontProgram {
  readonly name: string;
  readonly module: string;
  /** What the world has of its brand from the start; null where the brand is a demo brand. */
  readonly seed: StorefrontSeed | null;
}

/** A storefront that has its port, and does not run yet. */
export interface PlacedStorefront extends StorefrontProgram {
  readonly port: number;
  readonly url: string;
}

export interface PlaceStorefrontsOptions {
  settings: Pick<StackSettings, 'storefrontPort'>;
  lastPorts: StackPorts | null;
  say: (line: string) => void;
}

const firstPort = 54_330;

/**
 * Gives each storefront its port before anything that writes links to it is started. They follow each other in the order
 * given, so that each is found where it was.
 */
export async function placeStorefronts(
  programs: readonly StorefrontProgram[],
  { settings: { storefrontPort }, lastPorts, say }: PlaceStorefrontsOptions,
): Promise<PlacedStorefront[]> {
  const placed: PlacedStorefront[] = [];
  for (const [index, program] of programs.entries()) {
    const usual = firstPort + index;
    const isFree = (port: number) => placed.every((other) => other.port !== port);
    const port = await choosePort({
      variable: 'ACT_STOREFRONT_PORT',
      wanted: storefrontPort === null ? null : storefrontPort + index,
      preferred: [lastPorts?.storefronts?.[program.name] ?? usual, usual].filter(isFree),
      say,
    });
    placed.push({ ...program, port, url: `http://localhost:${port}` });
  }
  return placed;
}
