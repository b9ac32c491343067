/** Settings by name, as an environment holds them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** Those of these names that are set. An empty value counts as none. */
export function pickSettings(settings: Settings, names: readonly string[]): Readonly<Record<string, string>> {
  const found = names.map((name) => [name, settings[name]?.trim() ?? ''] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}
