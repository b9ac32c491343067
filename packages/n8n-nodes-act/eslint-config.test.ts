import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it, vi } from 'vitest';

// In what it takes for a test of its own, n8n's plugin calls every file Test.node.ts.
vi.stubEnv('NODE_ENV', 'production');
const root = import.meta.dirname;
const eslint = new ESLint({ cwd: root });

/** The rules of n8n that a file breaks once something in it was changed. */
async function lint(file: string, from = '', to = ''): Promise<(string | null)[]> {
  const source = readFileSync(join(root, file), 'utf8');
  if (!source.includes(from)) throw new Error(`${file} has no ${from}.`);
  const [result] = await eslint.lintText(source.replace(from, to), { filePath: join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

const trigger = 'nodes/ActTrigger/ActTrigger.node.ts';
const credentials = 'credentials/ActApi.credentials.ts';

it.each([
  [
    'package.json',
    '"peerDependencies"',
    '"dependencies": { "axios": "1" },\n  "peerDependencies"',
    'no-runtime-dependencies',
  ],
  [
    'package.json',
    '"n8n-community-node-package"',
    '"n8n"',
    'community-package-json-keywords-without-official-tag',
  ],
  ['package.json', '"n8n-workflow": "*"', '"n8n-workflow": "2"', 'valid-peer-dependencies'],
  [trigger, "displayName: 'ACT Trigger'", "displayName: 'ACT'", 'trigger-node-conventions'],
  [trigger, 'async delete(', 'async remove(', 'webhook-lifecycle-complete'],
  [trigger, 'act.dark.svg', 'nothing.svg', 'icon-validation'],
  [trigger, "name: 'Budget Low'", "name: 'budget low'", 'node-param-display-name-miscased'],
  [trigger, 'const memory =', 'setTimeout(() => 0, 1);\n    const memory =', 'no-restricted-globals'],
  [trigger, "'./raw-body.ts'", "'axios'", 'no-restricted-imports'],
  ['nodes/Act/Act.node.ts', 'usableAsTool: true,', '', 'node-usable-as-tool'],
  [
    'nodes/Act/Act.node.ts',
    'if (!this.continueOnFail()) throw failure;',
    'if (!this.continueOnFail()) throw error;',
    'require-node-api-error',
  ],
  [
    credentials,
    'test: ICredentialTestRequest',
    'attempt: ICredentialTestRequest',
    'credential-test-required',
  ],
  [
    credentials,
    "type: 'string',\n      typeOptions: { password: true }",
    "type: 'string'",
    'credential-password-field',
  ],
])('%s breaks a rule of n8n once %s becomes %s', async (file, from, to, rule) => {
  expect(await lint(file)).toEqual([]);
  expect(await lint(file, from, to)).toContainEqual(expect.stringContaining(rule));
});
