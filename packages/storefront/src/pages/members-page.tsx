import { createServerSession, getOrigin, listMembers, listOpenInvitations, requireViewer } from '@act/auth';
import { PageBody } from '@act/ui/frame/page-body';
import { PageHeader } from '@act/ui/frame/page-header';
import { SettingsNavigation } from '@act/ui/screens/settings/settings-navigation';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationList } from '../members/invitation-list.tsx';
import { InviteForm } from '../members/invite-form.tsx';
import { MemberList } from '../members/member-list.tsx';
import { ScreenWords } from '../words/send-screen-words.tsx';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('members'))('title'),
});

export async function MembersPage() {
  const { brand, person } = await requireViewer({ role: 'admin' });
  const [session, words] = await Promise.all([createServerSession(), getTranslations('members')]);
  const [members, invitations] = await Promise.all([
    listMembers(session, brand.id),
    listOpenInvitations(session, brand.id),
  ]);
  return (
    <ScreenWords of="settings">
      <PageHeader title={words('title')} />
      <PageBody>
        <div className="flex flex-col gap-6 md:flex-row md:gap-10">
          <SettingsNavigation now="members" />
          <div className="flex min-w-0 max-w-5xl flex-1 flex-col gap-8">
            <MemberList brandId={brand.id} brandName={brand.name} ownId={person.id} members={members} />
            <section>
              <h2 className="font-semibold text-md">{words('invite')}</h2>
              <p className="mt-1 max-w-prose text-muted">{words('inviteLead')}</p>
              <InviteForm brandId={brand.id} origin={await getOrigin()} />
            </section>
            {invitations.length > 0 && (
              <section>
                <h2 className="font-semibold text-md">{words('open')}</h2>
                <InvitationList brandId={brand.id} invitations={invitations} />
              </section>
            )}
          </div>
        </div>
      </PageBody>
    </ScreenWords>
  );
}
