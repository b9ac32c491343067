import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';
import type { StackDescription } from './stack-description.ts';
import { type Language, words } from './words.ts';

export function overviewPage(language: Language, { url, publishableKey, people }: StackDescription): Html {
  const say = words[language];
  const person = ({ email, password, roles }: StackDescription['people'][number]) => html`
    <li>
      <code>${email}</code>
      <span class="muted">
        ${
          Object.entries(roles)
            .map(([brand, role]) => `${brand}: ${say.roles[role]}`)
            .join(', ') || say.noBrand
        }
        · ${say.password} <code>${password}</code>
      </span>
    </li>`;
  const body = html`
    <h1>${say.title}</h1>
    <p class="muted">${say.lead}</p>
    <h2>${say.addresses}</h2>
    <dl>
      <div><dt>${say.api}</dt><dd><code>${url}</code></dd></div>
      <div><dt>${say.key}</dt><dd><code>${publishableKey}</code></dd></div>
      <div><dt>${say.outbox}</dt><dd><a href="/outbox">${url}/outbox</a></dd></div>
    </dl>
    ${people.length > 0 ? html`<h2>${say.people}</h2><ul>${people.map(person)}</ul>` : ''}`;
  return layout({ language, title: say.title, body });
}
