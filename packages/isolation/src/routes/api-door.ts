import { type Api, type ApiOptions, createApi } from '@act/api';
import type { TestStack } from '@act/local-stack/testing';
import type { Actor } from '../actors/actors.ts';
import { tokenFor } from '../world/client.ts';
import { basePath, type DocumentedRoute } from './route-document.ts';
import type { RouteFault } from './route-fault.ts';
import type { RouteRequest } from './route-rules.ts';

/** What came back. */
export interface RouteAnswer {
  readonly status: number;
  readonly text: string;
}

export interface Asked extends RouteRequest {
  /** Named by the header `X-Brand-Id`. */
  readonly brandId?: string | undefined;
}

/** In whose name a request is sent: an actor's, nobody's, or with a token as it stands. */
type Sender = Actor | null | { readonly token: string };

/** The interface before a project, and a way to ask it as somebody. */
export interface ApiDoor {
  ask(sender: Sender, route: DocumentedRoute, asked: Asked): Promise<RouteAnswer>;
}

const unlimited = { person: 1e9, personCostly: 1e9, brand: 1e9, brandCostly: 1e9, streams: 1e6 };

export function openApiDoor(stack: TestStack, fault: RouteFault | null): ApiDoor {
  const { secrets } = stack;
  const reach: typeof globalThis.fetch = (input, init) => stack.fetch(new Request(input, withDuplex(init)));
  const options: ApiOptions = {
    supabase: { url: stack.url, publishableKey: secrets.publishableKey },
    basePath,
    limits: unlimited,
    fetch: fault?.plant.fetch?.(reach, stack) ?? reach,
    eventsIntervalMs: 20,
  };
  const sound = createApi(options);
  const api: Api = fault?.plant.api?.(sound, stack) ?? sound;
  const tokens = new Map<Actor, Promise<string>>();
  const tokenOf = (actor: Actor) => {
    const token = tokens.get(actor) ?? tokenFor(stack, actor);
    tokens.set(actor, token);
    return token;
  };
  return {
    ask: async (sender, route, asked) => {
      const token = sender === null ? null : 'token' in sender ? sender.token : await tokenOf(sender);
      return readAnswer(await api.fetch(toRequest(route, asked, token)));
    },
  };
}

/** A request that streams its body must say so. */
const withDuplex = (init: RequestInit | undefined): RequestInit | undefined =>
  init?.body instanceof ReadableStream ? Object.assign({ duplex: 'half' }, init) : init;

function toRequest({ method, path, statuses }: DocumentedRoute, asked: Asked, token: string | null): Request {
  const { params = {}, query = {}, body, form, brandId } = asked;
  const url = new URL(
    `${basePath}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`,
    'http://isolation.test',
  );
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const headers = new Headers();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (brandId !== undefined) headers.set('x-brand-id', brandId);
  // Only what takes one is sent one.
  const takesJson = body !== undefined && statuses.includes(415);
  if (takesJson) headers.set('content-type', 'application/json');
  return new Request(url, {
    method,
    headers,
    ...(takesJson && { body: JSON.stringify(body) }),
    ...(form && { body: toForm(form) }),
  });
}

function toForm(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** All of an answer, with where it leads; of a stream, its first piece. */
async function readAnswer(answer: Response): Promise<RouteAnswer> {
  const place = answer.headers.get('location') ?? '';
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    const reader = answer.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    return { status: answer.status, text: new TextDecoder().decode(value) };
  }
  return { status: answer.status, text: `${place}${await answer.text()}` };
}
