/** All that a check or a test may see of the person's environment; also in turbo.json. */
const keptNames = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TERM', 'COLORTERM', 'FORCE_COLOR', 'NO_COLOR', 'CI'],
  ...['LANG', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'PNPM_HOME'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'],
  // Windows finds neither programs nor folders without them.
  ...['SYSTEMROOT', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMFILES'],
]);
const keptPrefixes = ['LC_', 'XDG_', 'NPM_CONFIG_', 'PNPM_CONFIG_'];

/**
 * The environment in which checks and tests run. It is a list of what is kept, so that no address or key of a
 * database, a Supabase project or a provider can reach a test, whatever its name.
 */
export function cleanEnvironment(environment: Record<string, string | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && isKept(name.toUpperCase())) kept[name] = value;
  }
  return kept;
}

function isKept(name: string): boolean {
  return keptNames.has(name) || keptPrefixes.some((prefix) => name.startsWith(prefix));
}
