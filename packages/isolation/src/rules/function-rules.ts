import type { RequestRole } from '../catalogue/catalogue.ts';

/** Who may call a function, and in whose name it then acts. */
export interface FunctionRule {
  runs: readonly RequestRole[];
  /** It acts with its owner's rights: it must take what it needs from the token, or be told why it need not. */
  isDefiner?: boolean;
}

const internal: FunctionRule = { runs: [], isDefiner: true };
const pure: FunctionRule = { runs: [] };
const forPolicies: FunctionRule = { runs: ['authenticated'], isDefiner: true };
const forPeople: FunctionRule = { runs: ['authenticated'], isDefiner: true };
const forSystem: FunctionRule = { runs: ['act_system'], isDefiner: true };

/** Every function of ours. One that is not here is undecided, and fails the proof. */
export const functionRules: Readonly<Record<string, FunctionRule>> = {
  // What people call
  'public.create_invitation': forPeople,
  'public.accept_invitation': forPeople,
  'public.join_brand': forPeople,
  'public.delete_my_data': forPeople,
  // What the system calls, for the brand of its token
  'public.move_training_job': forSystem,
  'public.move_generation': forSystem,
  'public.extend_lease': forSystem,
  'public.release_lease': forSystem,
  'public.reserve_model_version': forSystem,
  'public.register_model': forSystem,
  'public.take_lease': forSystem,
  'public.drop_archive': forSystem,
  'public.note_stray_files': forSystem,
  // What members and the system of a brand ask about it
  'public.get_brand_policy': { runs: ['authenticated', 'act_system'], isDefiner: true },
  // Knowing the capability is the right; the system may do what anybody may
  'public.ring_doorbell': { runs: ['anon', 'authenticated', 'act_system'], isDefiner: true },
  // The operator's
  'public.delete_brand': { runs: ['service_role'], isDefiner: true },
  // The worker's login: ids, never rows
  'private.claim_work': { runs: ['act_worker'], isDefiner: true },
  'private.due_pictures': { runs: ['act_worker'], isDefiner: true },

  // What policies and checks ask
  'private.my_brand_ids': forPolicies,
  'private.is_asset_used': forPolicies,
  'private.is_file_used': forPolicies,
  'private.system_brand_id': { runs: ['act_system'] },
  'private.is_member': { runs: ['act_system'], isDefiner: true },
  'private.is_plain_key': { runs: ['authenticated', 'act_system'] },
  'private.is_open_key': { runs: ['authenticated'] },
  'private.is_own_path': { runs: ['authenticated', 'act_system'] },
  'private.are_own_paths': { runs: ['authenticated', 'act_system'] },

  // What triggers and other functions call
  'private.keep_brand': pure,
  'private.is_legal_move': pure,
  'private.is_legal_generation_move': pure,
  'private.least_progress': pure,
  'private.owner_scope': pure,
  'private.use_brand_id_once': internal,
  'private.keep_an_admin': internal,
  'private.setting': internal,
  'private.number_setting': internal,
  'private.stamp_visibility': internal,
  'private.follow_job': internal,
  'private.follow_model': internal,
  'private.follow_generation': internal,
  'private.follow_wish': internal,
  'private.follow_generation_wish': internal,
  'private.estimate_cost': internal,
  'private.training_policy': internal,
  'private.is_known_file': internal,
  'private.spent_this_month': internal,
  'private.check_budget': internal,
  'private.require_membership': internal,
  'private.admit_asset': internal,
  'private.admit_training_job': internal,
  'private.admit_generation': internal,
  'private.mirror_training_assets': internal,
  'private.wake_worker': internal,
  'private.queue_brand': internal,
  'private.refuse_foreign_run': internal,
  'private.refuse_second_wish': internal,
  'private.note_deleted_file': internal,
  'private.trace_deleted_asset': internal,
  'private.trace_deleted_dataset': internal,
  'private.trace_deleted_file': internal,
  'private.trace_deleted_image': internal,
  'private.trace_deleted_job': internal,
};
