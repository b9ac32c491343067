import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';
import type { ProvidersDescription, StackDescription } from './stack-description.ts';
import { type Language, words } from './words.ts';

export function overviewPage(language: Language, description: StackDescription): Html {
  const { url, publishableKey, people, providers, apiUrl, workerUrl, storefronts = [] } = description;
  const say = words[language];
  type Person = StackDescription['people'][number];
  const rolesOf = ({ roles }: Person) =>
    Object.entries(roles)
      .map(([brand, role]) => `${brand}: ${say.roles[role]}`)
      .join(', ');
  const address = (name: string, href: string) =>
    html`<div><dt>${name}</dt><dd><a href="${href}">${href}</a></dd></div>`;
  const person = (entry: Person) => html`
    <li><code>${entry.email}</code><span class="muted">${rolesOf(entry) || say.noBrand}</span></li>`;
  const signIns = html`
    <h2>${say.people}</h2>
    <p class="muted">${say.password} <code>${people[0]?.password}</code></p>
    <ul>${people.map(person)}</ul>`;
  const body = html`
    <h1>${say.title}</h1>
    <p class="muted">${say.lead}</p>
    <h2>${say.addresses}</h2>
    <dl>
      ${storefronts.map(({ name, url: storefrontUrl }) => address(`${say.storefront} ${name}`, storefrontUrl))}
      ${apiUrl ? address(say.interface, `${apiUrl}/reference`) : ''}
      ${workerUrl ? address(say.engine, `${workerUrl}/health/ready`) : ''}
      <div><dt>${say.api}</dt><dd><code>${url}</code></dd></div>
      <div><dt>${say.key}</dt><dd><code>${publishableKey}</code></dd></div>
      <div><dt>${say.outbox}</dt><dd><a href="/outbox">${url}/outbox</a></dd></div>
    </dl>
    ${providers ? vendors(language, providers) : ''}
    ${people.length > 0 ? signIns : ''}`;
  return layout({ language, title: say.title, body });
}

function vendors(language: Language, { replicate, runpod }: ProvidersDescription): Html {
  const say = words[language];
  const entry = (name: string, url: string, key: string) => html`
      <div><dt>${name} (${say.simulated})</dt><dd><code>${url}</code><br />${say.vendorKey} <code>${key}</code></dd></div>`;
  return html`
    <h2>${say.providers}</h2>
    <p class="muted">${say.providersLead}</p>
    <dl>
      ${entry('Replicate', replicate.url, replicate.token)}
      ${entry('RunPod', `${runpod.url}/${runpod.endpointId}`, runpod.apiKey)}
    </dl>`;
}
