import type { Actor } from '../actors/actors.ts';
import type { RequestRole } from '../catalogue/catalogue.ts';

/**
 * Who may, in one word or two. A role is one in the row's own brand, and reaches only what its holder may see: rows of
 * the whole brand, and of what belongs to one person, that person's own.
 */
export type Who =
  | 'signed in'
  | 'viewer'
  | 'member'
  | 'admin'
  /** The person who made it, while at least a member. */
  | 'owner'
  /** The same, of a row that only they see. */
  | 'owner of a private one'
  /** The same, while no job has used it. */
  | 'owner before use'
  /** The person whom it is about, in whatever role; nobody else, admins neither. */
  | 'themselves'
  | 'system'
  /** Whatever its token says of brands. */
  | 'any system'
  | 'service';

/** What decides about a row. */
export interface RowFacts {
  brandId: string | null;
  userId: string | null;
  isPrivate: boolean;
  isUsed: boolean;
}

const databaseRoleOf: Partial<Record<Who, RequestRole>> = {
  system: 'act_system',
  'any system': 'act_system',
  service: 'service_role',
};

/** The database role that somebody comes with. */
const roleFor = (who: Who): RequestRole => databaseRoleOf[who] ?? 'authenticated';

/** Whether anybody with this database role may at all. */
export const isGranted = (allowed: readonly Who[], role: RequestRole): boolean =>
  allowed.some((who) => roleFor(who) === role);

const ranks = { viewer: 1, member: 2, admin: 3 };

/** Whether the rule lets this actor do it to this row. */
export function isAllowed(allowed: readonly Who[], actor: Actor, row: RowFacts): boolean {
  return allowed.some((who) => roleFor(who) === actor.databaseRole && isMeant(who, actor, row));
}

function isMeant(who: Who, actor: Actor, { brandId, userId, isPrivate, isUsed }: RowFacts): boolean {
  const role = brandId === null ? undefined : actor.roles[brandId];
  const isOwner = userId !== null && userId === actor.userId;
  const atLeast = (least: keyof typeof ranks) => role !== undefined && ranks[role] >= ranks[least];
  switch (who) {
    case 'signed in':
    case 'any system':
    case 'service':
      return true;
    case 'viewer':
    case 'member':
    case 'admin':
      return atLeast(who) && (!isPrivate || isOwner);
    case 'themselves':
      return atLeast('viewer') && isOwner;
    case 'owner':
      return atLeast('member') && isOwner;
    case 'owner of a private one':
      return atLeast('member') && isOwner && isPrivate;
    case 'owner before use':
      return atLeast('member') && isOwner && (isPrivate || !isUsed);
    case 'system':
      return brandId !== null && actor.systemFor === brandId;
  }
}
