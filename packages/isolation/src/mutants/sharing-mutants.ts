import { type Mutant, rewriteFunction, rewritePolicy } from './mutant.ts';

const ofShared = { escalations: ['what somebody shares'] };
const ofMoves = { escalations: ['a model moved where it must not be'] };
const ofOthers = { escalations: ['sharing what is not one’s own'] };

/** Faults in what people share of their own. */
export const sharingMutants: Mutant[] = [
  {
    name: 'shared model left to admins',
    why: 'An admin retires what a member lent to the brand.',
    sql: rewritePolicy(
      { table: 'brand_models', command: 'update' },
      String.raw`\(owner_scope = ''::text\)`,
      'true',
    ),
    noticedBy: ofShared,
  },
  {
    name: 'copies on their way seen',
    why: 'The brand reads weights before their owner shares them, or after they thought better of it.',
    sql: rewriteFunction('private.may_read_shared_place', 'select exists', 'select true or exists'),
    noticedBy: ofShared,
  },
  {
    name: 'alias of a shared model left to admins',
    why: "An admin moves a word among somebody's own names.",
    sql: rewriteFunction('private.follow_model', "model.owner_scope = ''", 'true'),
    noticedBy: ofShared,
  },
  {
    name: 'shared by anybody',
    why: "An admin shares a customer's likeness.",
    sql: rewriteFunction(
      'public.share_training',
      "candidate.visibility = 'brand' or candidate.user_id = me",
      'true',
    ),
    noticedBy: ofOthers,
  },
  {
    name: 'taken down by anybody',
    why: 'A viewer takes away what the whole brand paints with.',
    sql: rewriteFunction('public.share_training', 'is distinct from me', '= null'),
    noticedBy: ofOthers,
  },
  {
    name: 'wish to share seen by admins',
    why: 'An admin learns of a training that its owner only thinks of sharing.',
    sql: rewriteFunction(
      'public.share_training',
      "candidate.sharing = 'shared'",
      'candidate.sharing is not null',
    ),
    noticedBy: ofOthers,
  },
  {
    name: 'taken back, and still read',
    why: 'Weights that their owner took back are downloaded until the engine comes.',
    sql: rewriteFunction('private.may_read_shared_place', 'model.shared_at is not null', 'true'),
    noticedBy: ofShared,
  },
  {
    name: 'shared after its owner left',
    why: 'Nobody is left who could take it back.',
    sql: rewriteFunction('public.finish_model_move', "move.visibility = 'brand' and not", 'false and not'),
    noticedBy: ofMoves,
  },
  {
    name: 'shared where the brand does not',
    why: 'Selfies leave their owner in a storefront that promised they would not.',
    sql: rewriteFunction('public.share_training', "is distinct from 'true'", "= '0'"),
    noticedBy: ofOthers,
  },
  {
    name: 'moved before it is copied',
    why: 'A model points at nothing.',
    sql: rewriteFunction('public.finish_model_move', 'if not exists', 'if false and not exists'),
    noticedBy: ofMoves,
  },
];
