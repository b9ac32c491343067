// What n8n does with the code of a Code node: it runs in a context of its own, with a `require` that knows what was
// allowed and nothing else, and what it returns are items. The settings of the robot are the process' own environment.
const vm = require('node:vm');
const { createRequire } = require('node:module');

const { code, globals, items } = JSON.parse(process.argv[2]);
const allowed = new Set(['@act/ai-models']);
const find = createRequire(__filename);

const sandbox = {
  ...globals,
  $input: { all: () => items, first: () => items[0] },
  $json: items[0]?.json,
  require: (name) => {
    if (!allowed.has(name)) throw new Error(`Module '${name}' is disallowed`);
    return find(name);
  },
  module: {},
  console,
  Buffer,
  setTimeout,
  clearTimeout,
};

const run = vm.runInContext(`(async function CodeNode() {${code}\n})`, vm.createContext(sandbox));
run()
  .then((output) => process.stdout.write(JSON.stringify(output ?? null)))
  .catch((error) => {
    process.stderr.write(`${error.code ?? ''} ${error.message}`);
    process.exitCode = 1;
  });
