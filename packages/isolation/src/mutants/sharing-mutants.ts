import { type Mutant, rewriteFunction, rewritePolicy } from './mutant.ts';

const ofShared = { escalations: ['what somebody shares'] };
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
    sql: rewriteFunction('private.is_shared_file', 'select exists', 'select true or exists'),
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
    name: 'shared where the brand does not',
    why: 'Selfies leave their owner in a storefront that promised they would not.',
    sql: rewriteFunction('public.share_training', "is distinct from 'true'", "= '0'"),
    noticedBy: ofOthers,
  },
  {
    name: 'moved before it is copied',
    why: 'A model points at nothing.',
    sql: rewriteFunction('public.finish_model_move', 'if not exists', 'if false and not exists'),
    noticedBy: { escalations: ['a model moved where it must not be'] },
  },
];
