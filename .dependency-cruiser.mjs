// Who may import whom. .ci/import-directions.test.ts proves that every rule can fail.

/** What each package may import from the others. `types` means: only as `import type`. */
const directions = {
  'ai-models': { types: ['tenant-config'] },
  api: { code: ['ai-models', 'tenant-config'] },
  auth: { code: ['tenant-config'] },
  bench: { code: ['[^/]+'] },
  cli: { code: ['ai-models', 'tenant-config', 'isolation'] },
  e2e: { code: ['[^/]+'] },
  isolation: { code: ['local-stack', 'api'] },
  'local-stack': {},
  'n8n-nodes-act': { code: ['ai-models'] },
  // No source of it is TypeScript; its tests let the library talk to it.
  'runpod-worker': { code: ['ai-models'] },
  storefront: { code: ['ui', 'auth', 'api', 'tenant-config'] },
  'tenant-config': {},
  ui: { code: ['tenant-config'], types: ['api'] },
  worker: { code: ['ai-models', 'tenant-config'] },
};
const storefront = { code: ['storefront', 'ui', 'auth', 'api', 'tenant-config'] };

/** Tests, what helps them, and configuration files. */
const test = String.raw`\.(test|contract)\.[cm]?tsx?$|/(testing|__fixtures__)/|\.config\.[cm]?[jt]s$`;

/** Files of these packages, or their names where they are imported before they were built. */
const packages = (names) => `^(packages|@act)/(${names.join('|')})(/|$)`;

/** `from` matches a folder; where it is a group, each folder that it matches is on its own. */
const directionRules = (name, from, { code = [], types = [] }, own = `^${from}/`) => [
  {
    name: `${name}-direction`,
    severity: 'error',
    from: { path: `^${from}/`, pathNot: test },
    to: { path: '^(packages|brands|@act)/', pathNot: [own, packages([name, ...code, ...types])] },
  },
  {
    name: `${name}-test-direction`,
    comment: 'A test may use local-stack too.',
    severity: 'error',
    from: { path: `^${from}/.*(${test})` },
    to: {
      path: '^(packages|brands|@act)/',
      pathNot: [own, packages([name, 'local-stack', ...code, ...types])],
    },
  },
  ...(types.length === 0
    ? []
    : [
        {
          name: `${name}-types-only`,
          severity: 'error',
          from: { path: `^${from}/`, pathNot: test },
          to: { path: packages(types), preCompilationOnly: false },
        },
      ]),
];

const source = '^packages/ai-models/src';
/** The layers of ai-models from top to bottom; a file belongs to the last one that names it. */
const layers = [
  `${source}/(index|ai-models|client|caller|check-options|(default|lazy)-client|environment(-options)?|node|schemas)\\.ts$`,
  `${source}/(training|inference|webhooks|notices)/`,
  `${source}/jobs/`,
  `${source}/(providers/[^/]+|storage|database|node)/`,
  `${source}/(events/|context\\.ts$|providers/[^/]+\\.ts$|database/database\\.types\\.ts$|training/(model-type|training-(config|bounds|presets)|trigger-word)\\.ts$|inference/(prompt-builder|image-settings)\\.ts$|storage/(storage-paths|bucket-limits|safe-file-name|safetensors)\\.ts$)`,
  `${source}/(errors|shared)/`,
];
const below = (level) => layers.slice(level + 1);

const layerRules = [
  ...layers.slice(1).map((layer, index) => ({
    name: 'ai-models-layers',
    comment: 'Imports point down the layers, never up.',
    severity: 'error',
    from: { path: layer, pathNot: [test, ...below(index + 1)] },
    to: { path: layers.slice(0, index + 1), pathNot: below(index) },
  })),
  ...[1, 3].map((level) => ({
    name: 'ai-models-neighbours',
    comment: 'Folders on one level do not import each other.',
    severity: 'error',
    from: { path: layers[level], pathNot: [test, ...below(level)] },
    to: { path: layers[level], pathNot: [`${source}/$1/`, ...below(level)] },
  })),
  {
    name: 'ai-models-neighbours',
    comment: 'Helpers in shared/ throw our errors; an error needs no helper.',
    severity: 'error',
    from: { path: `${source}/errors/`, pathNot: test },
    to: { path: `${source}/shared/` },
  },
  {
    name: 'ai-models-vendors',
    comment: 'Everything else reaches a vendor through a contract.',
    severity: 'error',
    from: {
      path: `${source}/`,
      pathNot: [
        test,
        `${source}/(client|environment-options)\\.ts$`,
        `${source}/training/replicate-client\\.ts$`,
        '/providers/[^/]+/',
      ],
    },
    to: { path: `${source}/providers/[^/]+/` },
  },
  {
    name: 'ai-models-places',
    comment: 'Every file has its layer; a new folder is added to the list first.',
    severity: 'error',
    from: {},
    to: { path: `${source}/`, pathNot: [test, ...layers] },
  },
  {
    name: 'ai-models-frameworks',
    severity: 'error',
    from: { path: `${source}/` },
    to: { path: '^(react|next)(-dom)?(/|$)|/node_modules/(react|react-dom|next)/' },
  },
];

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'A rule cannot judge an import which leads nowhere. Packages of ours may not be built yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@act/' },
    },
    {
      name: 'no-testing',
      comment: 'What helps tests is for tests.',
      severity: 'error',
      from: { pathNot: [test, '^packages/(e2e|bench|isolation)/'] },
      to: { path: '^(packages|brands|@act)/.*testing(/|$|\\.)' },
    },
    {
      name: 'no-back-doors',
      comment: 'Another package is imported by its name, through what it exports.',
      severity: 'error',
      from: { path: '^((packages|brands)/[^/]+)/' },
      to: { path: '^(packages|brands)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A new package is added to the directions first.',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/(${Object.keys(directions).join('|')})/` },
      to: { path: '^(packages|brands|@act)/' },
    },
    ...Object.entries(directions).flatMap(([name, allowed]) =>
      directionRules(name, `packages/${name}`, allowed),
    ),
    ...directionRules('storefront', '(brands/[^/]+)', storefront, '^$1/'),
    ...layerRules,
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    exclude: { path: '(^|/)(\\.next|\\.turbo|\\.act|\\.test-results)/|^supabase/' },
    // Sees `import type`, and that it is gone once types are removed.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
