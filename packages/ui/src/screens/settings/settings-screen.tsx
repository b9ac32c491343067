'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Policy } from '../../api/settings-answers.ts';
import { PageBody } from '../../frame/page-body.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useWords } from '../../messages/use-words.ts';
import type { ThemeChoice } from '../../primitives/theme-switch.tsx';
import { useStudio } from '../studio.tsx';
import { AccountSection, type AccountSectionProps } from './account/account-section.tsx';
import { LookSection } from './look-section.tsx';
import { NoticesSection } from './notices/notices-section.tsx';
import { PolicySection } from './policy/policy-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { sectionsFor } from './sections.ts';
import { SettingsNavigation } from './settings-navigation.tsx';
import { UsageSection } from './usage/usage-section.tsx';
import { useSettingsApi } from './use-settings-api.ts';

interface SettingsScreenProps extends AccountSectionProps {
  /** The part that the address names; the first one where it names none. */
  readonly asked: string | undefined;
  readonly firstPolicy?: Policy | undefined;
  readonly theme?: ThemeChoice | undefined;
  /** Keeps the language with the person, which is the storefront's to do. */
  readonly languageChoice: ReactNode;
  /** The public half of the key with which browsers are reached. */
  readonly pushKey?: string | undefined;
}

/** What the brand allows and what it cost, and how this person likes it. */
export function SettingsScreen(props: SettingsScreenProps) {
  const { asked, firstPolicy, theme, languageChoice, pushKey, signOutEverywhere, leave } = props;
  const words = useWords('settings');
  const sections = sectionsFor(useStudio().brand);
  const section = sections.find((one) => one === asked) ?? sections[0] ?? 'account';
  return (
    <>
      <PageHeader title={words('title')} />
      <PageBody>
        <div className="flex flex-col gap-6 md:flex-row md:gap-10">
          <SettingsNavigation now={section} />
          <div className="min-w-0 max-w-5xl flex-1">
            {section === 'policy' && <PolicySection first={firstPolicy} />}
            {section === 'usage' && <UsageOfBrand first={firstPolicy} />}
            {section === 'notices' && <NoticesSection pushKey={pushKey} />}
            {section === 'look' && <LookSection theme={theme} languageChoice={languageChoice} />}
            {section === 'retention' && <RetentionOfBrand first={firstPolicy} />}
            {section === 'account' && <AccountSection signOutEverywhere={signOutEverywhere} leave={leave} />}
          </div>
        </div>
      </PageBody>
    </>
  );
}

interface FirstPolicy {
  readonly first: Policy | undefined;
}

const usePolicy = (first: Policy | undefined) => {
  const { brand } = useStudio();
  const api = useSettingsApi();
  return useQuery({
    queryKey: [brand.id, 'policy'],
    queryFn: ({ signal }) => api.policy.get(signal),
    initialData: first,
  }).data;
};

const UsageOfBrand = ({ first }: FirstPolicy) => (
  <UsageSection monthlyUsd={usePolicy(first)?.budget.monthlyUsd ?? null} />
);
const RetentionOfBrand = ({ first }: FirstPolicy) => <RetentionSection policy={usePolicy(first)} />;
