import type { TestStack } from '@act/local-stack/testing';
import type { Actor } from '../actors/actors.ts';
import type { Problem } from '../report/recorder.ts';
import type { World } from '../world/world.ts';
import type { ApiDoor } from './api-door.ts';
import type { DocumentedRoute } from './route-document.ts';
import type { RouteRule } from './route-rules.ts';

/** What every part of trying a route needs. */
export interface RouteTrial {
  readonly route: DocumentedRoute;
  readonly rule: RouteRule;
  readonly door: ApiDoor;
  readonly world: World;
  readonly stack: TestStack;
  note(actor: Actor | string, how: string, problem: Problem | null): void;
}
