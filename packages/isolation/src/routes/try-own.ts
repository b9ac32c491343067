import * as who from '../actors/actors.ts';
import { denied, leak } from '../report/recorder.ts';
import { brand } from '../world/people.ts';
import { textsIn } from './compare-answers.ts';
import { idsOf } from './named-things.ts';
import { forbiddenTexts, ownText } from './plant-markers.ts';
import type { RouteTrial } from './route-trial.ts';

/** Lists that must show what was planted in one's own brand: else not finding the others' would mean nothing. */
const showing: readonly string[] = [
  ...['listTrainingJobs', 'listLoras', 'listAssets', 'listDocuments', 'listGenerations', 'getTrainingJob'],
  ...['getLora', 'getGeneration', 'getMe', 'getAsset', 'openAssetFile', 'followTrainingJob'],
];

/** Whoever may use it gets what they ask for, or is told in a documented way why not. */
export async function tryOwn({ route, rule, door, world, note }: RouteTrial): Promise<void> {
  if (rule.isFinal) return;
  const actor = rule.by === 'admin' ? who.admin : who.member;
  const { theirs } = await idsOf(world, rule.names);
  const answer = await door.ask(actor, route, { ...rule.request(theirs), brandId: brand });
  const { status, text } = answer;
  const isReading = route.method === 'GET';
  const isDocumented = route.statuses.includes(status) && status < 500 && ![401, 403, 404].includes(status);
  const isDone = isReading ? status === 200 || status === 302 : isDocumented;
  const isRight = isDone || rule.own.includes(status);
  const told = textsIn(text, forbiddenTexts(actor, rule.brand === 'none' ? null : brand));
  const isSeen = !showing.includes(route.operationId) || text.includes(ownText(brand));
  const problem =
    told.length > 0
      ? leak(`tells ${told.join(', ')}`)
      : isRight
        ? isSeen
          ? null
          : denied(`does not show ${ownText(brand)}: ${text.slice(0, 300)}`)
        : denied(`${status} ${text.slice(0, 300)}`);
  note(actor, 'their own', problem);
}
