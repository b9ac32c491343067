/** What the overview page and `.act/stack.json` tell about a running stack. */
export interface StackDescription {
  url: string;
  publishableKey: string;
  people: {
    email: string;
    password: string;
    roles: Readonly<Record<string, 'admin' | 'member' | 'viewer'>>;
  }[];
}
