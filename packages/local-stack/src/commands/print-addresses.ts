import { relative } from 'node:path';
import type {
  ProvidersDescription,
  StackDescription,
  StorefrontDescription,
} from '../pages/stack-description.ts';
import type { Progress } from '../supervisor/progress.ts';

/** Prints what a person needs next: where things are and whom to sign in as. */
export function printAddresses(
  { say }: Progress,
  { url, publishableKey, people, providers, apiUrl, workerUrl, storefronts = [] }: StackDescription,
  home: string,
): void {
  const width = Math.max(...people.map(({ email }) => email.length));
  say(`
  Overview         ${url}
  Supabase API     ${url}  (publishable key ${publishableKey})${apiUrl ? interfaceLine(apiUrl) : ''}${workerUrl ? engineLine(workerUrl) : ''}
  Outbox           ${url}/outbox${providers ? vendorLines(providers) : ''}

  Sign in as (all with the password ${people[0]?.password}):`);
  for (const { email, roles } of people) {
    const brands = Object.entries(roles).map(([brand, role]) => `${role} of ${brand}`);
    say(`    ${email.padEnd(width)}  ${brands.join(', ') || 'no brand yet'}`);
  }
  say(`\n  The same in ${shortest(home)}/stack.json. Stop with Ctrl-C.${storefrontLines(storefronts)}`);
}

/** From here where it is below, as it is elsewhere. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere && !fromHere.startsWith('..') ? fromHere : path;
}

/** Last, where a person looks first. */
function storefrontLines(storefronts: readonly StorefrontDescription[]): string {
  const [only, second] = storefronts;
  if (!only) return '';
  if (!second) return `\n\n  Open ${only.url}\n`;
  const width = Math.max(...storefronts.map(({ name }) => name.length));
  return `\n\n  Open\n${storefronts.map(({ name, url }) => `    ${name.padEnd(width)}  ${url}\n`).join('')}`;
}

const interfaceLine = (apiUrl: string) => `
  HTTP interface   ${apiUrl}  (reference ${apiUrl}/reference)`;

const engineLine = (workerUrl: string) => `
  Engine           ${workerUrl}/health/ready`;

const vendorLines = ({ replicate, runpod }: ProvidersDescription) => `
  Replicate        ${replicate.url}  (simulated; token ${replicate.token})
  RunPod           ${runpod.url}/${runpod.endpointId}  (simulated; key ${runpod.apiKey})`;
