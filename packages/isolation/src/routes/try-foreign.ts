import type { Actor } from '../actors/actors.ts';
import * as who from '../actors/actors.ts';
import { denied, leak, type Problem } from '../report/recorder.ts';
import { brand, otherBrand } from '../world/people.ts';
import type { Asked, RouteAnswer } from './api-door.ts';
import { comparable, textsIn } from './compare-answers.ts';
import { idsOf } from './named-things.ts';
import { forbiddenTexts } from './plant-markers.ts';
import type { RouteTrial } from './route-trial.ts';

const outsiders = [who.newcomer, who.otherMember, who.otherAdmin];
const insiders = [who.viewer, who.colleague, who.admin];
const ofBoth = [who.memberOfBoth, who.adminOfBoth];

/** What is another's is answered like what is nowhere: 404, in the same words. */
export async function tryForeign(trial: RouteTrial): Promise<void> {
  if (trial.rule.isFinal) return;
  await tryThings(trial);
  if (trial.rule.brand === 'named') await tryBrands(trial);
  await tryViewer(trial);
  await tryEveryBrand(trial);
}

/** Ids of rows that are not theirs. */
async function tryThings(trial: RouteTrial): Promise<void> {
  const { rule, route, door, world } = trial;
  if (rule.names === null) return;
  const { theirs, hidden, nobody } = await idsOf(world, rule.names);
  const compareAll = async (
    actor: Actor,
    brandId: string | undefined,
    ids: Record<string, string | null>,
  ) => {
    const at = (id: string): Asked => ({ ...rule.request(id), brandId });
    const nowhere = await door.ask(actor, route, at(nobody));
    for (const [how, id] of Object.entries(ids)) {
      if (id !== null) await compare(trial, actor, how, at(id), nowhere);
    }
  };
  for (const actor of outsiders) {
    await compareAll(actor, undefined, { "a brand's": theirs, "somebody's private": hidden });
  }
  for (const actor of [...insiders, ...ofBoth]) {
    await compareAll(actor, brand, { "a colleague's private": hidden });
  }
  for (const actor of ofBoth) {
    await compareAll(actor, otherBrand, { "one brand's for the other": theirs });
  }
}

/** Another's brand by its name, wherever a request may name one. */
async function tryBrands(trial: RouteTrial): Promise<void> {
  const { rule, route, world } = trial;
  const { theirs } = await idsOf(world, rule.names);
  const request = rule.request(theirs);
  const ways: Readonly<Record<string, (brandId: string) => Asked>> = {
    header: (brandId) => ({ ...request, brandId }),
    query: (brandId) => ({ ...request, query: { ...request.query, brandId } }),
    ...(route.takesBrandInBody && {
      body: (brandId) => ({ ...request, body: { ...request.body, brandId } }),
    }),
  };
  for (const actor of [who.newcomer, who.otherAdmin]) {
    for (const [way, ask] of Object.entries(ways)) {
      const nowhere = await trial.door.ask(actor, route, ask('nobodys'));
      await compare(trial, actor, `the brand in the ${way}`, ask(brand), nowhere);
    }
  }
}

/** Who may only look changes nothing. */
async function tryViewer({ route, rule, door, world, note }: RouteTrial): Promise<void> {
  if (rule.by === 'viewer') return;
  const { theirs } = await idsOf(world, rule.names);
  for (const actor of rule.by === 'admin' ? [who.viewer, who.member] : [who.viewer]) {
    const answer = await door.ask(actor, route, { ...rule.request(theirs), brandId: brand });
    note(
      actor,
      'without the role',
      isRefused(answer) || isEmpty(rule, answer) ? told(actor, brand, answer) : leak(said(answer)),
    );
  }
}

/** That nothing was changed is seen in the rows. */
const isEmpty = ({ isBatch }: RouteTrial['rule'], { text }: RouteAnswer) =>
  isBatch && /"(items|deleted|requested)":\[\]|"(marked|generations)":0/.test(text);

const isRefused = ({ status }: RouteAnswer) => status >= 400 && status < 500;

/** Everybody asks for each brand that they are in, and gets nothing of another one. */
async function tryEveryBrand({ route, rule, door, note }: RouteTrial): Promise<void> {
  if (route.method !== 'GET' || rule.names !== null) return;
  for (const actor of [...outsiders, ...insiders, who.member, ...ofBoth]) {
    for (const brandId of Object.keys(actor.roles)) {
      const answer = await door.ask(actor, route, { ...rule.request(''), brandId });
      const isTheirs = rule.by !== 'admin' || actor.roles[brandId] === 'admin';
      const problem = !isTheirs || answer.status === 200 ? null : denied(said(answer));
      // Whoever asks about themselves is told all their brands.
      const asked = rule.brand === 'none' ? null : brandId;
      note(actor, `asks about ${brandId}`, problem ?? told(actor, asked, answer));
    }
  }
}

async function compare(
  { route, rule, door, note }: RouteTrial,
  actor: Actor,
  how: string,
  asked: Asked,
  nowhere: RouteAnswer,
): Promise<void> {
  const about = await door.ask(actor, route, asked);
  const names = [brand, 'nobodys'];
  const isAlike = comparable(about, names) === comparable(nowhere, names);
  const problem = !isAlike
    ? leak(`tells what exists: ${said(about)} / ${said(nowhere)}`)
    : about.status === 404 || isEmpty(rule, about) || (about.status === 403 && lacksRole(rule, actor, asked))
      ? told(actor, asked.brandId ?? null, about)
      : leak(`instead of 404: ${said(about)}`);
  note(actor, how, problem);
}

/** Whoever may do no such thing in the brand may be told so before anything is looked for. */
function lacksRole({ by }: RouteTrial['rule'], actor: Actor, { brandId = '' }: Asked): boolean {
  const role = actor.roles[brandId];
  return role !== undefined && by !== 'viewer' && role !== 'admin' && role !== by;
}

function told(actor: Actor, brandId: string | null, { text }: RouteAnswer): Problem | null {
  const found = textsIn(text, forbiddenTexts(actor, brandId));
  return found.length > 0 ? leak(`tells ${found.join(', ')}: ${text.slice(0, 200)}`) : null;
}

const said = ({ status, text }: RouteAnswer) => `${status} ${text.slice(0, 200)}`;
