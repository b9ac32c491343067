/** Where the vendors' simulators answer, and as whom; also what `.act/stack.json` holds under `providers`. */
export interface ProvidersDescription {
  /** The server of both, with the control interface under `/_simulator`. */
  url: string;
  replicate: { url: string; token: string; username: string; webhookSecret: string };
  runpod: { url: string; apiKey: string; endpointId: string };
}

/** A storefront, and where a browser finds it. */
export interface StorefrontDescription {
  name: string;
  url: string;
}

/** What the overview page and `.act/stack.json` tell about a running stack. */
export interface StackDescription {
  url: string;
  publishableKey: string;
  people: {
    email: string;
    password: string;
    roles: Readonly<Record<string, 'admin' | 'member' | 'viewer'>>;
  }[];
  /** Left out where none run. */
  providers?: ProvidersDescription;
  /** Of the product's HTTP interface; left out where it does not run. */
  apiUrl?: string;
  /** Where the engine tells how it is. */
  workerUrl?: string;
  /** What people open; left out where none runs. */
  storefronts?: readonly StorefrontDescription[];
}
