import type { StudioBrand } from '../studio.tsx';

/** The parts of the settings, in the order in which they are listed. */
const settingsSections = ['policy', 'usage', 'notices', 'look', 'retention', 'account'] as const;
export type SettingsSection = (typeof settingsSections)[number];

const ofPerson = new Set<SettingsSection>(['notices', 'look', 'account']);

/** What somebody is shown of them: where everybody works by themselves, the brand's are for its admins. */
export const sectionsFor = ({ role, isPrivate }: Pick<StudioBrand, 'role' | 'isPrivate'>) =>
  settingsSections.filter((section) => !isPrivate || role === 'admin' || ofPerson.has(section));
