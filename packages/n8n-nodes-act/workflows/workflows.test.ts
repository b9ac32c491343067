import { readdirSync, readFileSync } from 'node:fs';
import { type INode, type INodeType, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Act } from '../nodes/Act/Act.node.ts';
import { ActNewPicturesTrigger } from '../nodes/ActNewPicturesTrigger/ActNewPicturesTrigger.node.ts';
import { ActTrigger } from '../nodes/ActTrigger/ActTrigger.node.ts';

const ours: Readonly<Record<string, INodeType>> = Object.fromEntries(
  [new Act(), new ActNewPicturesTrigger(), new ActTrigger()].map((type) => [
    `n8n-nodes-act.${type.description.name}`,
    type,
  ]),
);
/** Of n8n itself, in the versions that these workflows were written with. */
const builtIn: Readonly<Record<string, number>> = {
  'n8n-nodes-base.code': 2,
  'n8n-nodes-base.if': 2.2,
  'n8n-nodes-base.noOp': 1,
  'n8n-nodes-base.scheduleTrigger': 1.2,
  'n8n-nodes-base.set': 3.4,
  'n8n-nodes-base.stickyNote': 1,
  'n8n-nodes-base.stopAndError': 1,
};
const isTrigger = (type: string) => /Trigger$/.test(type);

const target = z.strictObject({ node: z.string(), type: z.literal('main'), index: z.literal(0) });
const workflowSchema = z.strictObject({
  name: z.string().startsWith('ACT: '),
  nodes: z
    .array(
      z.strictObject({
        parameters: z.record(z.string(), z.json()),
        id: z.guid(),
        name: z.string().min(1),
        type: z.string(),
        typeVersion: z.number(),
        position: z.tuple([z.number(), z.number()]),
        webhookId: z.guid().optional(),
        credentials: z
          .strictObject({
            actApi: z.strictObject({ id: z.null(), name: z.string().startsWith('ACT robot') }),
          })
          .optional(),
      }),
    )
    .min(2),
  connections: z.record(z.string(), z.strictObject({ main: z.array(z.array(target)) })),
  active: z.literal(false),
  settings: z.strictObject({ executionOrder: z.literal('v1') }),
  pinData: z.strictObject({}),
});
type Workflow = z.output<typeof workflowSchema>;

/** Everything that is wrong with a workflow, one sentence each. */
function findProblems(workflow: Workflow): string[] {
  const names = workflow.nodes.map(({ name }) => name);
  const ids = workflow.nodes.map(({ id }) => id);
  const targets = Object.values(workflow.connections).flatMap(({ main }) => main.flat());
  return [
    ...[names, ids]
      .flatMap((all) => all.filter((one, at) => all.indexOf(one) !== at))
      .map((one) => `${one} is there twice.`),
    ...[...Object.keys(workflow.connections), ...targets.map(({ node }) => node)]
      .filter((name) => !names.includes(name))
      .map((name) => `A connection names ${name}, which is not there.`),
    ...workflow.nodes.flatMap((node) =>
      findNodeProblems(node, workflow).map((problem) => `${node.name}: ${problem}`),
    ),
  ];
}

function findNodeProblems(node: Workflow['nodes'][number], workflow: Workflow): string[] {
  const upstream = listUpstream(node.name, workflow);
  const expressions = listTexts(node.parameters).filter((text) => text.startsWith('='));
  const named = expressions.flatMap((text) =>
    [...text.matchAll(/\$\((?:'([^']+)'|"([^"]+)")\)/g)].map((hit) => hit[1] ?? hit[2]),
  );
  return [
    ...(ours[node.type] ? findOwnProblems(node, ours[node.type]) : findBuiltInProblems(node)),
    ...(isTrigger(node.type) || node.type.endsWith('.stickyNote') || upstream.size > 0
      ? []
      : ['Nothing leads to it.']),
    ...named
      .filter((name) => !upstream.has(name ?? ''))
      .map((name) => `It asks ${name}, which is not before it.`),
    ...expressions.flatMap((text) =>
      [...text.matchAll(/\{\{(.+?)\}\}/gs)].flatMap((hit) => findSyntaxError(hit[1] ?? '')),
    ),
  ];
}

/** By n8n's own check of parameters, and by name: what no field is called n8n would silently ignore. */
function findOwnProblems(node: Workflow['nodes'][number], type: INodeType | undefined): string[] {
  if (!type) return [];
  const { description } = type;
  const known = new Set(description.properties.map(({ name }) => name));
  if (description.polling) known.add('pollTimes');
  const { webhookId: _, ...rest } = node;
  const full: INode = { ...rest, credentials: {}, parameters: JSON.parse(JSON.stringify(node.parameters)) };
  const issues = NodeHelpers.getNodeParametersIssues(description.properties, full, description);
  return [
    ...(node.typeVersion === description.version ? [] : ['It is of another version.']),
    ...(node.credentials ? [] : ['It names no credentials.']),
    ...(description.webhooks && !node.webhookId ? ['It has no webhookId.'] : []),
    ...Object.keys(node.parameters)
      .filter((name) => !known.has(name))
      .map((name) => `It has no field ${name}.`),
    ...findUnknownChoices(full, description),
    ...(issues ? NodeHelpers.nodeIssuesToString(issues, full) : []),
  ];
}

/** n8n shows an unknown choice in red when somebody opens the node, and not before. */
function findUnknownChoices(node: INode, description: INodeTypeDescription): string[] {
  return description.properties.flatMap((field) => {
    const value = node.parameters[field.name];
    const isShown = NodeHelpers.displayParameter(node.parameters, field, node, description);
    const isChoice = field.type === 'options' && !field.typeOptions?.loadOptionsMethod;
    if (!isShown || !isChoice || value === undefined || String(value).startsWith('=')) return [];
    const isKnown = field.options?.some((option) => 'value' in option && option.value === value);
    return isKnown ? [] : [`${field.displayName} cannot be «${value}».`];
  });
}

const findBuiltInProblems = ({ type, typeVersion, credentials }: Workflow['nodes'][number]): string[] => [
  ...(builtIn[type] === typeVersion ? [] : [`${type} ${typeVersion} is not known.`]),
  ...(credentials ? ['It needs no credentials.'] : []),
];

function listUpstream(name: string, { connections }: Workflow): Set<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const [from, { main }] of Object.entries(connections)) {
      if (found.has(from) || !main.flat().some(({ node }) => node === one)) continue;
      found.add(from);
      visit(from);
    }
  };
  visit(name);
  return found;
}

const listTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listTexts)
      : [];

function findSyntaxError(code: string): string[] {
  try {
    new Function(`return (${code});`);
    return [];
  } catch {
    return [`«${code.trim()}» is no expression.`];
  }
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const read = (file: string): Workflow =>
  workflowSchema.parse(JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')));

it('are three', () => {
  expect(files.sort()).toEqual([
    'generate-on-schedule.json',
    'train-from-a-code-node.json',
    'train-when-20-are-new.json',
  ]);
});

it.each(files)('%s can be imported: every node, credential and expression is one that there is', (file) => {
  expect(findProblems(read(file))).toEqual([]);
});

describe('what is wrong is found', () => {
  const spoil = (change: (workflow: Workflow) => void): string[] => {
    const workflow = read('generate-on-schedule.json');
    change(workflow);
    return findProblems(workflow);
  };
  const change = (name: string, change: Partial<Workflow['nodes'][number]>) => (workflow: Workflow) => {
    workflow.nodes = workflow.nodes.map((node) => (node.name === name ? { ...node, ...change } : node));
  };
  const parameters = (added: Workflow['nodes'][number]['parameters']) => (workflow: Workflow) => {
    for (const node of workflow.nodes)
      if (node.name === 'Make the Pictures') Object.assign(node.parameters, added);
  };
  it.each<[string, (workflow: Workflow) => void, string]>([
    [
      'an unknown node',
      change('The Wish', { type: 'n8n-nodes-base.wish' }),
      'The Wish: n8n-nodes-base.wish 3.4 is not known.',
    ],
    [
      'no credentials',
      change('Make the Pictures', { credentials: undefined }),
      'Make the Pictures: It names no credentials.',
    ],
    [
      'a connection to nowhere',
      ({ connections }) =>
        connections['The Wish']?.main[0]?.push({ node: 'Nowhere', type: 'main', index: 0 }),
      'A connection names Nowhere, which is not there.',
    ],
    [
      'a node alone',
      ({ connections }) => delete connections['Make the Pictures'],
      'Put What Takes Them Here: Nothing leads to it.',
    ],
    [
      'a node that comes later',
      parameters({ prompt: "={{ $('Put What Takes Them Here').item.json.a }}" }),
      'Make the Pictures: It asks Put What Takes Them Here, which is not before it.',
    ],
    [
      'half an expression',
      parameters({ prompt: '={{ $json. }}' }),
      'Make the Pictures: «$json.» is no expression.',
    ],
    ['an unknown field', parameters({ promt: 'a' }), 'Make the Pictures: It has no field promt.'],
    [
      'an unknown operation',
      parameters({ operation: 'paint' }),
      'Make the Pictures: Operation cannot be «paint».',
    ],
    [
      'an empty prompt',
      parameters({ prompt: '' }),
      expect.stringMatching(/^Make the Pictures: .*Prompt.* required/),
    ],
  ])('%s', (_, spoiling, problem) => {
    expect(spoil(spoiling)).toContainEqual(problem);
  });
});
