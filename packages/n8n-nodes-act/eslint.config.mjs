// n8n's own rules for community nodes, put together as its `n8n-node lint` does. Everything else is Biome's.
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import * as parser from '@typescript-eslint/parser';
import nodesBase from 'eslint-plugin-n8n-nodes-base';

const communityNodes = n8nCommunityNodesPlugin.configs.recommended;
const plugins = { ...communityNodes.plugins, 'n8n-nodes-base': nodesBase };

export default [
  { ignores: ['dist/', 'testing/', '**/*.test.ts', '*.config.*'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins,
    rules: communityNodes.rules,
  },
  {
    files: ['package.json'],
    languageOptions: { parser, parserOptions: { extraFileExtensions: ['.json'] } },
    plugins,
    rules: {
      ...communityNodes.rules,
      ...nodesBase.configs.community.rules,
      // Said by whoever publishes it: no package of this repository names a person, an address or a licence yet.
      '@n8n/community-nodes/require-homepage': 'off',
      '@n8n/community-nodes/valid-author': 'off',
      'n8n-nodes-base/community-package-json-author-missing': 'off',
      'n8n-nodes-base/community-package-json-license-missing': 'off',
      'n8n-nodes-base/community-package-json-repository-url-missing': 'off',
    },
  },
  {
    files: ['credentials/**/*.ts'],
    languageOptions: { parser },
    plugins,
    rules: {
      ...nodesBase.configs.credentials.rules,
      // For n8n's own nodes; switched off by its tool for community nodes too.
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    languageOptions: { parser },
    plugins,
    rules: {
      ...nodesBase.configs.nodes.rules,
      // The same.
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
];
