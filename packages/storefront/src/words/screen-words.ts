/**
 * The words that only some screens show, and which those are. They are sent with the page of such a screen; all others
 * are sent with every page. A test compares this with what each screen asks for.
 */
export const screenWords = {
  home: ['overview'],
  datasets: ['datasets', 'readiness', 'triggerWord'],
  configure: ['configure', 'readiness', 'triggerWord'],
  jobs: ['jobs'],
  job: ['job', 'jobs', 'configure'],
  models: ['models'],
  generate: ['generate', 'gallery', 'pictures'],
  lora: ['lora', 'datasets', 'readiness', 'triggerWord', 'job'],
  'lora-home': ['lora', 'generate', 'gallery', 'pictures'],
  documents: ['documents'],
  settings: ['settings'],
  gallery: ['gallery', 'pictures', 'comparing'],
} as const satisfies Record<string, readonly string[]>;

export type ScreenName = keyof typeof screenWords;

const names: ReadonlySet<string> = new Set(Object.values(screenWords).flat());

/** Whether the words of this name are sent with every page. */
export const isEverywhere = (name: string): boolean => !names.has(name);
