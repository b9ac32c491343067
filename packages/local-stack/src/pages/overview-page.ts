import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';
import type { StackDescription } from './stack-description.ts';
import { type Language, words } from './words.ts';

export function overviewPage(language: Language, { url, publishableKey, people }: StackDescription): Html {
  const say = words[language];
  type Person = StackDescription['people'][number];
  const rolesOf = ({ roles }: Person) =>
    Object.entries(roles)
      .map(([brand, role]) => `${brand}: ${say.roles[role]}`)
      .join(', ');
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
      <div><dt>${say.api}</dt><dd><code>${url}</code></dd></div>
      <div><dt>${say.key}</dt><dd><code>${publishableKey}</code></dd></div>
      <div><dt>${say.outbox}</dt><dd><a href="/outbox">${url}/outbox</a></dd></div>
    </dl>
    ${people.length > 0 ? signIns : ''}`;
  return layout({ language, title: say.title, body });
}
