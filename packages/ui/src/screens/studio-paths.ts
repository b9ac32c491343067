/** Where the screens lie in a storefront. */
export const studioPaths = {
  upload: '/training/upload',
  configure: '/training/configure',
  jobs: '/training/jobs',
  job: (id: string) => `/training/monitor?job=${encodeURIComponent(id)}`,
  models: '/models',
  generate: '/generate/new',
  generateWith: (modelId: string) => `/generate/new?model=${encodeURIComponent(modelId)}`,
  gallery: '/generate/gallery',
  documents: '/documents',
  activity: '/activity',
  settings: '/settings',
  settingsOf: (section: string) => `/settings?section=${encodeURIComponent(section)}`,
  members: '/settings/members',
  /** Leads back to where somebody is. */
  signIn: (next: string) => `/sign-in?next=${encodeURIComponent(next)}`,
} as const;
