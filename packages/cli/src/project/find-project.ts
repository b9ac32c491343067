import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { World } from '../program/world.ts';
import { openSessionStore } from '../session/session-store.ts';
import { type EmbeddedWorld, findEmbeddedWorld, isDoorOf } from './embedded-world.ts';

/** The project to work with. */
export interface Project {
  readonly url: string;
  readonly publishableKey: string;
  /** What is known beside it where it is the embedded world of this machine. */
  readonly embedded: EmbeddedWorld | null;
}

/** By `--url`, ACT_URL or SUPABASE_URL; else the one that was signed in to last; else the embedded world that runs here. */
export async function findProject({ settings, url }: Pick<World, 'settings' | 'url'>): Promise<Project> {
  const { environment, configFolder } = settings;
  const named = url ?? environment.ACT_URL ?? environment.SUPABASE_URL;
  const embedded = await findEmbeddedWorld(environment);
  const sessions = await openSessionStore(configFolder).read();
  const address = named ?? lastOf(sessions.current, embedded);
  if (address === undefined) throw noProject();
  const origin = toOrigin(address);
  if (embedded && isDoorOf(embedded, origin)) {
    return { url: embedded.url, publishableKey: embedded.publishableKey, embedded };
  }
  const key = environment.SUPABASE_PUBLISHABLE_KEY ?? environment.SUPABASE_ANON_KEY;
  const publishableKey = key ?? sessions.sessions[origin]?.publishableKey;
  if (publishableKey) return { url: origin, publishableKey, embedded: null };
  throw noKey(origin);
}

/** An embedded world that is over gives way to the one that runs: it may have come back on another port. */
const lastOf = (current: string | undefined, embedded: EmbeddedWorld | null) =>
  embedded && (current === undefined || isOnThisMachine(current)) ? embedded.url : current;

/** Whether an address leads to the machine itself. */
export const isOnThisMachine = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(url)?.hostname ?? '');

function toOrigin(address: string): string {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new CliError({
    code: 'usage',
    message: `${JSON.stringify(address)} is no address.`,
    hint: 'Write it like https://project.supabase.co.',
    exitCode: exitCodes.usage,
  });
}

const noProject = () =>
  new CliError({
    code: 'no_project',
    message: 'There is no project to work with.',
    hint: 'Start one here with `npm start`, or name one with --url or ACT_URL.',
    exitCode: exitCodes.usage,
  });

const noKey = (url: string) =>
  new CliError({
    code: 'no_project_key',
    message: `${url} is not known here, and its publishable key is not set.`,
    hint: 'Set SUPABASE_PUBLISHABLE_KEY; it is no secret. For a studio, name its Supabase project.',
    exitCode: exitCodes.usage,
  });
