import { type AiModels, createAiModels } from '@act/ai-models';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Settings } from '../load-setting.ts';
import type { World } from '../program/world.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { refresh, signIn } from './auth-client.ts';
import { openSessionStore } from './session-store.ts';

/** Somebody who is signed in, and what can be done in their name. */
export interface Session {
  readonly project: Project;
  readonly userId: string;
  /** How they came in. */
  readonly by: 'login' | 'ACT_ACCESS_TOKEN' | 'ACT_EMAIL';
  readonly ai: AiModels;
  /** For what the library has no call for; the database decides. */
  readonly database: SupabaseClient;
  getToken(): Promise<string>;
}

/** By token or e-mail and password from the environment, else by `act login`. @throws CliError where nobody is */
export async function openSession(world: Pick<World, 'settings' | 'url'>): Promise<Session> {
  const project = await findProject(world);
  const access = await findAccess(project, world.settings);
  const { url, publishableKey, embedded } = project;
  return {
    ...access,
    project,
    ai: createAiModels({
      supabase: { url, publishableKey },
      access: { accessToken: access.getToken },
      ...(embedded && { pollIntervalMs: 500 }),
    }),
    database: createClient(url, publishableKey, { accessToken: access.getToken }),
  };
}

type Access = Pick<Session, 'userId' | 'by' | 'getToken'>;

async function findAccess(project: Project, { environment, configFolder }: Settings): Promise<Access> {
  const { ACT_ACCESS_TOKEN: token, ACT_EMAIL: email, ACT_PASSWORD: password } = environment;
  if (token) return { by: 'ACT_ACCESS_TOKEN', userId: subjectOf(token), getToken: async () => token };
  if (email && password) {
    const { userId, accessToken } = await signIn(project, { email, password });
    return { by: 'ACT_EMAIL', userId, getToken: async () => accessToken };
  }
  const store = openSessionStore(configFolder);
  const find = async () => (await store.read()).sessions[project.url];
  const stored = await find();
  if (!stored) throw notSignedIn(project);
  const getToken = async () => {
    const session = await find();
    if (!session) throw notSignedIn(project);
    if (!isOver(session)) return session.accessToken;
    try {
      const fresh = await refresh(session);
      await store.save(fresh);
      return fresh.accessToken;
    } catch (error) {
      // Another `act` may have been faster: a refresh token is good for once.
      const other = await find();
      if (other && !isOver(other)) return other.accessToken;
      throw error;
    }
  };
  return { by: 'login', userId: stored.userId, getToken };
}

const spareSeconds = 60;
const isOver = ({ expiresAt }: { expiresAt: number }) => expiresAt - spareSeconds < Date.now() / 1000;

/** Whose token it is, as it says itself; the project checks it with every call. */
function subjectOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims === 'object' && claims !== null && 'sub' in claims) return String(claims.sub);
  } catch {
    // Said below.
  }
  throw new CliError({
    code: 'not_signed_in',
    message: 'ACT_ACCESS_TOKEN is no token of a person.',
    hint: 'Leave it out and sign in with `act login`.',
    exitCode: exitCodes.notSignedIn,
  });
}

function notSignedIn({ url, embedded }: Project): CliError {
  const [person] = embedded?.people ?? [];
  return new CliError({
    code: 'not_signed_in',
    message: `Nobody is signed in to ${url}.`,
    hint: person
      ? `Sign in with \`act login\`; a demo person needs no password: \`act login ${person.email}\`.`
      : 'Sign in with `act login`.',
    exitCode: exitCodes.notSignedIn,
  });
}
