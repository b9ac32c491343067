import type { Actor } from '../actors/actors.ts';
import * as who from '../actors/actors.ts';
import { brand, otherBrand } from '../world/people.ts';
import { invitationOf } from '../world/seed.ts';
import type { Attempt } from '../world/session.ts';
import { alike, refused, type Scenario, worked } from './scenario.ts';

const accept = (code: string): Attempt => ({ sql: 'select public.accept_invitation($1)', values: [code] });
/** The newcomer of this world asked to be deleted. */
const stay = 'delete from private.person_deletions';
const join = (brandId: string): Attempt => ({ sql: 'select public.join_brand($1)', values: [brandId] });
const invite = (brandId: string): Attempt => ({
  sql: `select public.create_invitation($1, 'somebody@example.test', 'admin') is not null as made`,
  values: [brandId],
});
const withEmail = (actor: Actor, email: string): Actor => ({ ...actor, claims: { ...actor.claims, email } });
const openSignUp = (role: string) =>
  `update public.brands set settings = '{"signUp": {"open": true, "role": "${role}"}}' where id = '${brand}'`;

/** Ways into a brand without being asked. */
export const invitationScenarios: Scenario[] = [
  {
    name: "another's invitation",
    wall: 'policies',
    run: async ({ session }, expect) => {
      const { code, email } = invitationOf(brand);
      const nobody = await session.attempt(who.newcomer, accept('no-such-code'));
      for (const actor of [who.newcomer, who.otherMember, who.viewer]) {
        const outcome = await session.attempt(actor, accept(code));
        expect(actor.name, "another's code", refused(outcome, 'PT404'));
      }
      expect(
        'without a brand',
        'real or not',
        alike(await session.attempt(who.newcomer, accept(code)), nobody),
      );
      const noAddress = { ...who.newcomer, claims: { ...who.newcomer.claims, email: undefined } };
      expect('without an address', 'code', refused(await session.attempt(noAddress, accept(code)), 'PT404'));
      const claimed = {
        ...who.newcomer,
        claims: { ...who.newcomer.claims, user_metadata: { email }, email: 'x@example.test' },
      };
      expect('who says so', 'code', refused(await session.attempt(claimed, accept(code)), 'PT404'));

      const invited = withEmail(who.newcomer, email);
      const leaving = await session.attempt(invited, accept(code));
      expect('who asked to be deleted', 'code', refused(leaving, 'PT409'));
      const right = await session.attempt(invited, { ...accept(code), before: stay });
      expect('who was invited', 'code', worked(right, brand));
      const expired = `update public.brand_invitations set expires_at = now() - interval '1 second'`;
      const late = await session.attempt(invited, { ...accept(code), before: expired });
      expect('who was invited', 'too late', refused(late, 'PT404'));
      const used = 'update public.brand_invitations set accepted_at = now()';
      const again = await session.attempt(invited, { ...accept(code), before: used });
      expect('who was invited', 'a second time', refused(again, 'PT404'));
      const hashed = await session.attempt(invited, {
        sql: 'select public.accept_invitation(code_hash) from public.brand_invitations',
      });
      expect('who was invited', 'by its hash', refused(hashed, '42501'));
    },
  },
  {
    name: 'invitations by those who may not',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const nowhere = await session.attempt(who.newcomer, invite('no-such-brand'));
      for (const actor of [who.newcomer, who.otherAdmin, who.viewer, who.member, who.memberOfBoth]) {
        const outcome = await session.attempt(actor, invite(brand));
        expect(actor.name, 'invite', refused(outcome, 'PT404'));
        expect(actor.name, 'invite, a brand or none', alike(outcome, nowhere));
      }
      expect('admin', 'invite', worked(await session.attempt(who.admin, invite(brand)), brand));
      const foreign = await session.attempt(who.admin, invite(otherBrand));
      expect('admin', "into another's brand", refused(foreign, 'PT404'));
    },
  },
  {
    name: 'a closed brand is joined',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const nowhere = await session.attempt(who.newcomer, join('no-such-brand'));
      for (const actor of [who.newcomer, who.otherMember]) {
        const outcome = await session.attempt(actor, join(brand));
        expect(actor.name, 'join', refused(outcome, 'PT404'));
        expect(actor.name, 'join, a brand or none', alike(outcome, nowhere));
      }
      const leaving = await session.attempt(who.newcomer, { ...join(brand), before: openSignUp('member') });
      expect('who asked to be deleted', 'join an open one', refused(leaving, 'PT409'));
      const open = await session.attempt(who.newcomer, {
        ...join(brand),
        before: `${stay}; ${openSignUp('member')}`,
      });
      expect('without a brand', 'join an open one', worked(open, brand));
      const asAdmin = {
        sql: `select public.join_brand('${brand}'); select role from public.brand_users where brand_id = '${brand}' and user_id = auth.uid() and role = 'admin'`,
        before: `${stay}; ${openSignUp('admin')}`,
      };
      const roles = await session.attempt(who.newcomer, asAdmin);
      expect(
        'without a brand',
        'join as admin',
        roles.rowCount === 0 ? null : { kind: 'leak', detail: 'became an admin by signing up' },
      );
    },
  },
];
