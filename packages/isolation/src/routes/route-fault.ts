import type { Api } from '@act/api';
import type { TestStack } from '@act/local-stack/testing';

type Fetch = typeof globalThis.fetch;

/** A fault of the interface, planted to see that the proof can fail. */
export interface RouteFault {
  readonly name: string;
  /** What it would let happen. */
  readonly why: string;
  /** The routes to look at; none where it has to be seen without asking. */
  readonly routes: readonly string[];
  readonly plant: {
    /** In front of the interface. */
    readonly api?: (sound: Api, stack: TestStack) => Api;
    /** Between the interface and the project. */
    readonly fetch?: (sound: Fetch, stack: TestStack) => Fetch;
    /** What the document says besides. */
    readonly paths?: Readonly<Record<string, unknown>>;
  };
}
