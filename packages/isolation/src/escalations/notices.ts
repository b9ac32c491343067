import * as who from '../actors/actors.ts';
import { leak } from '../report/recorder.ts';
import { brand, memberOf, otherBrand, people } from '../world/people.ts';
import { heldFence, rowId } from '../world/seed.ts';
import type { Attempt, Outcome } from '../world/session.ts';
import { changedNothing, type Scenario, worked } from './scenario.ts';

const member = memberOf(brand).id;
const deliveries = {
  'a push': rowId(brand, 'owner', 'delivery'),
  'a webhook': rowId(brand, 'brand', 'webhookDelivery'),
};

const open = (id: string, fence: number): Attempt => ({
  sql: 'select public.open_delivery($1, $2) as answer',
  values: [id, String(fence)],
});
/** What changes a delivery, under its lease only. */
const leaseCalls: Record<string, (id: string, fence: number) => Attempt> = {
  begin_delivery: (id, fence) => ({
    sql: 'select public.begin_delivery($1, $2)',
    values: [id, String(fence)],
  }),
  settle_delivery: (id, fence) => ({
    sql: `select public.settle_delivery($1, $2, 'gone')`,
    values: [id, String(fence)],
  }),
};

const toldNothing = (outcome: Outcome) =>
  outcome.code === null && outcome.rows[0]?.answer === null
    ? null
    : leak(`answered ${JSON.stringify(outcome.rows)}`);

const wrongTokens = [
  '',
  `${brand}.${member}.`,
  `${brand}.${member}.${'0'.repeat(64)}`,
  `${brand}.${member}' or true --.${'0'.repeat(64)}`,
  '%',
];

/** Ways to what somebody else is told. */
export const noticeScenarios: Scenario[] = [
  {
    name: "another brand's notice opened or settled",
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const strangers = [who.otherSystem, ...who.hollowSystems];
      for (const [what, id] of Object.entries(deliveries)) {
        const opened = await session.attempt(who.system, open(id, heldFence));
        expect('system', `open ${what}`, opened.rows[0]?.answer ? null : leak('opened nothing'));
        for (const [name, call] of Object.entries(leaseCalls)) {
          expect(
            'system',
            `${name}, ${what}`,
            worked(await session.attempt(who.system, call(id, heldFence)), brand),
          );
          for (const fence of [heldFence - 1, heldFence + 1]) {
            const stale = await session.attempt(who.system, call(id, fence));
            expect('system', `${name}, ${what}, fence ${fence}`, changedNothing(stale));
          }
          const late = {
            ...call(id, heldFence),
            before: `update public.notice_deliveries set lease_expires_at = now() - interval '1 second'`,
          };
          expect(
            'system',
            `${name}, ${what}, lease over`,
            changedNothing(await session.attempt(who.system, late)),
          );
          for (const actor of strangers) {
            const foreign = await session.attempt(actor, call(id, heldFence));
            expect(actor.name, `${name}, ${what}`, changedNothing(foreign));
          }
        }
        expect(
          'system',
          `open ${what}, stale`,
          toldNothing(await session.attempt(who.system, open(id, heldFence - 1))),
        );
        for (const actor of strangers) {
          expect(actor.name, `open ${what}`, toldNothing(await session.attempt(actor, open(id, heldFence))));
        }
      }
    },
  },
  {
    name: "somebody's mails ended without the link in one",
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const end = (token: string): Attempt => ({
        sql: 'select public.unsubscribe_from_notices($1)',
        values: [token],
      });
      const tokenOf = async (brandId: string, userId: string) => {
        const [row] = await session.read<{ token: string }>(
          'select private.unsubscribe_token($1, $2) as token',
          [brandId, userId],
        );
        return row?.token ?? '';
      };
      const right = await tokenOf(brand, member);
      for (const actor of [who.anonymous, who.newcomer, who.otherAdmin]) {
        expect(actor.name, 'the right one', worked(await session.attempt(actor, end(right)), brand));
        for (const wrong of [
          ...wrongTokens,
          right.replace(brand, otherBrand),
          `${right}0`,
          right.toUpperCase(),
        ]) {
          expect(
            actor.name,
            `"${wrong.slice(0, 60)}"`,
            changedNothing(await session.attempt(actor, end(wrong))),
          );
        }
        const stranger = await tokenOf(brand, people.newcomer.id);
        expect(
          actor.name,
          'of nobody in the brand',
          changedNothing(await session.attempt(actor, end(stranger))),
        );
      }
    },
  },
];
