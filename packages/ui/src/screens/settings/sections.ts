/** The parts of the settings, in the order in which they are listed. */
export const settingsSections = ['policy', 'usage', 'notices', 'look', 'retention', 'account'] as const;
export type SettingsSection = (typeof settingsSections)[number];

export const isSettingsSection = (text: unknown): text is SettingsSection =>
  settingsSections.some((section) => section === text);
