/** What a rule of Supabase's linter finds and is right all the same. An exception that finds nothing any more fails. */
export interface LintException {
  rule: string;
  object: string;
  because: string;
}

const ofPeople = 'People call it; it takes the caller from the token and checks what it is given.';
const doorbell =
  'A provider rings without a session: knowing the capability is the right, and it tells nothing.';

const signedToken =
  'Whoever holds a link that we signed stops mails with it; it says yes or no and nothing else.';

export const lintExceptions: readonly LintException[] = [
  { rule: '0028', object: 'public.ring_doorbell', because: doorbell },
  { rule: '0029', object: 'public.ring_doorbell', because: doorbell },
  { rule: '0029', object: 'public.create_invitation', because: ofPeople },
  { rule: '0029', object: 'public.accept_invitation', because: ofPeople },
  { rule: '0029', object: 'public.join_brand', because: ofPeople },
  { rule: '0029', object: 'public.delete_my_data', because: ofPeople },
  { rule: '0029', object: 'public.is_departing', because: ofPeople },
  { rule: '0029', object: 'public.list_member_addresses', because: ofPeople },
  { rule: '0029', object: 'public.get_spent_this_month', because: ofPeople },
  { rule: '0029', object: 'public.get_notice_preferences', because: ofPeople },
  { rule: '0029', object: 'public.set_notice_preferences', because: ofPeople },
  { rule: '0029', object: 'public.save_push_subscription', because: ofPeople },
  { rule: '0029', object: 'public.create_webhook_endpoint', because: ofPeople },
  { rule: '0029', object: 'public.send_test_webhook', because: ofPeople },
  { rule: '0029', object: 'public.change_policy', because: ofPeople },
  { rule: '0029', object: 'public.share_training', because: ofPeople },
  { rule: '0028', object: 'public.unsubscribe_from_notices', because: signedToken },
  { rule: '0029', object: 'public.unsubscribe_from_notices', because: signedToken },
  { rule: '0029', object: 'public.get_brand_policy', because: ofPeople },
  { rule: '0029', object: 'public.get_retraining_facts', because: ofPeople },
  { rule: '0029', object: 'public.get_cleanup_facts', because: ofPeople },
];
