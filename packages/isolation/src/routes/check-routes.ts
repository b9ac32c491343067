import { allRoutes, createDocument } from '@act/api';
import { connect } from '@act/local-stack/testing';

import { type Check, isInFocus } from '../checks/check.ts';
import { leak, type Recorder, undecided } from '../report/recorder.ts';
import { type Fingerprint, fingerprintSql, listChanges, toFingerprint } from '../world/fingerprint.ts';
import type { World } from '../world/world.ts';
import { openApiDoor } from './api-door.ts';
import { plantMarkers } from './plant-markers.ts';
import { basePath, type DocumentedRoute, listRoutes } from './route-document.ts';
import type { RouteFault } from './route-fault.ts';
import { routeRules } from './route-rules.ts';
import type { RouteTrial } from './route-trial.ts';
import { tryForeign } from './try-foreign.ts';
import { tryOwn } from './try-own.ts';
import { tryStrangers } from './try-strangers.ts';

/** Every route of the interface's document × everybody, with ids of other brands, of another's private things, of nothing. */
export const checkRoutes: Check = (world, recorder, focus) => checkRoutesWith(null, world, recorder, focus);

export async function checkRoutesWith(
  fault: RouteFault | null,
  world: World,
  recorder: Recorder,
  focus: readonly string[] | undefined,
): Promise<void> {
  const document = createDocument(allRoutes, basePath);
  const paths = { ...Object(document.paths), ...fault?.plant.paths };
  const routes = listRoutes({ ...document, paths });
  noteUndecided(routes, recorder);

  const stack = await world.stack();
  await plantMarkers(stack);
  const door = openApiDoor(stack, fault);
  const trials = routes.flatMap((route): RouteTrial[] => {
    const rule = routeRules[route.operationId];
    if (!rule || route.isOpen || !isInFocus(focus, route.operationId)) return [];
    return [{ route, rule, door, world, stack, note: noteTo(recorder, route) }];
  });
  const look = await openFingerprint(world);
  const before = await look();
  // Two routes at a time: one asks while the other's answer is looked at.
  await eachOf(trials, 2, async (trial) => {
    await tryStrangers(trial);
    await tryForeign(trial);
  });
  noteChanges(recorder, listChanges(before, await look()), () => false);
  if (fault) return;

  const own = [...trials].sort((one, other) => rankOf(one) - rankOf(other));
  for (const trial of own) await tryOwn(trial);
  noteChanges(recorder, listChanges(before, await look()), (place) => /\/(acme)?$/.test(place));
}

/** What is deleted cannot be asked for any more. */
const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
const rankOf = ({ route }: RouteTrial) => order.indexOf(route.method);

function noteUndecided(routes: readonly DocumentedRoute[], recorder: Recorder): void {
  for (const route of routes) {
    const isDecided = route.isOpen || routeRules[route.operationId] !== undefined;
    const problem = undecided('Nobody has said who may use it: see routes/route-rules.ts.');
    noteTo(recorder, route)('everybody', 'a rule', isDecided ? null : problem);
  }
  const known = new Set(routes.map(({ operationId }) => operationId));
  for (const name of Object.keys(routeRules)) {
    const subject = { check, what: name, who: 'everybody', how: 'a route for the rule', wall };
    recorder.note(subject, known.has(name) ? null : undecided('There is no such route.'));
  }
}

const check = 'routes over HTTP';
const wall = 'library' as const;

const noteTo =
  (recorder: Recorder, { method, path }: DocumentedRoute): RouteTrial['note'] =>
  (actor, how, problem) => {
    const name = typeof actor === 'string' ? actor : actor.name;
    recorder.note({ check, what: `${method} ${path}`, who: name, how, wall }, problem);
  };

function noteChanges(recorder: Recorder, changes: string[], isAllowed: (place: string) => boolean): void {
  const beyond = changes.filter((place) => !isAllowed(place));
  const subject = { check, what: 'all rows', who: 'everybody', how: 'nothing is different afterwards', wall };
  recorder.note(subject, beyond.length === 0 ? null : leak(`changed ${beyond.join(', ')}`));
}

async function openFingerprint(world: World): Promise<() => Promise<Fingerprint>> {
  const { database } = await world.stack();
  return async () => {
    await using client = await connect(database.superuser);
    return toFingerprint((await client.query(fingerprintSql(world.catalogue))).rows);
  };
}

async function eachOf<T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
    }),
  );
}
