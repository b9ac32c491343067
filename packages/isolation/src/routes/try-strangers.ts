import { leak } from '../report/recorder.ts';
import { comparable, textsIn } from './compare-answers.ts';
import { idsOf } from './named-things.ts';
import { forbiddenTexts } from './plant-markers.ts';
import type { RouteTrial } from './route-trial.ts';
import { strangerTokens } from './stranger-tokens.ts';

/** Without a person's session nothing is answered, whatever is named, and always in the same words. */
export async function tryStrangers({ route, rule, door, stack, note, world }: RouteTrial): Promise<void> {
  const { nobody, theirs } = await idsOf(world, rule.names);
  const nothing = await door.ask(null, route, rule.request(nobody));
  for (const [name, token] of Object.entries(await strangerTokens(stack))) {
    const about = await door.ask(token === null ? null : { token }, route, rule.request(theirs));
    const told = textsIn(about.text, forbiddenTexts(null, null));
    const isAlike = comparable(about) === comparable(nothing);
    note(
      name,
      'asks',
      about.status === 401 && isAlike && told.length === 0
        ? null
        : leak(`${about.status} ${about.text.slice(0, 200)}, and about nothing ${nothing.status}`),
    );
  }
}
