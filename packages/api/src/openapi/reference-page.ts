import { html, raw } from 'hono/html';
import { type Operation, type Reference, readReference } from './read-reference.ts';
import { referenceScript } from './reference-script.ts';
import { referenceStyle } from './reference-style.ts';

export interface RenderOptions {
  /** Lets this page's own style and script run, and no other. */
  readonly nonce: string;
  /** Of the document itself. */
  readonly address: string;
}

/** The document as a page: one for reading and searching, without anything from elsewhere. */
export function renderReference(document: unknown, { nonce, address }: RenderOptions): string {
  const { title, description, areas } = readReference(document);
  return String(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${title}: reference</title>
    <style nonce="${nonce}">${raw(referenceStyle)}</style>
  </head>
  <body>
    <a class="skip" href="#content">To the routes</a>
    <nav aria-label="Areas">
      <label for="search">Search</label>
      <input id="search" type="search" placeholder="Path, word or status" autocomplete="off" />
      <p id="found" role="status"></p>
      <ul>${areas.map(({ name, id }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul>
      <p><a href="${address}">OpenAPI document</a></p>
    </nav>
    <main id="content">
      <h1>${title}</h1>
      ${description.map((paragraph) => html`<p>${marked(paragraph)}</p>`)}
      ${areas.map(renderArea)}
      <p id="none" hidden>No route says this. Try a word of its path, such as training.</p>
    </main>
    <script nonce="${nonce}">${raw(referenceScript)}</script>
  </body>
</html>`);
}

const renderArea = ({ name, id, description, operations }: Reference['areas'][number]) => html`
      <section id="${id}" class="area">
        <h2>${name}</h2>
        <p class="muted">${description}</p>
        ${operations.map(renderOperation)}
      </section>`;

const renderOperation = (operation: Operation) => html`
        <details id="${operation.id}" class="operation" data-words="${operation.words}">
          <summary>
            <span class="method">${operation.method}</span> <code>${operation.path}</code>
            <span class="says">${operation.summary}</span>
          </summary>
          ${operation.description === '' ? '' : html`<p>${marked(operation.description)}</p>`}
          <p class="muted">
            ${operation.isOpen ? 'For everybody.' : 'For whoever is signed in.'} In clients: <code>${operation.id}</code>
          </p>
          ${operation.parameters.length > 0 ? renderFields('In the address and headers', operation.parameters) : ''}
          ${operation.body === null ? '' : renderBody(operation.body)}
          <h4>Answers</h4>
          <dl>
            ${operation.answers.map(
              ({ status, description, fields }) => html`
            <div>
              <dt>${status}</dt>
              <dd>${marked(description)}${fields.length > 0 ? html`<p class="fields">${fields.map((name) => html`<code>${name}</code> `)}</p>` : ''}</dd>
            </div>`,
            )}
          </dl>
        </details>`;

const renderBody = ({ type, fields, example }: NonNullable<Operation['body']>) => html`
          ${renderFields(`In the body, as ${type}`, fields)}
          ${example === null ? '' : html`<pre tabindex="0"><code>${example}</code></pre>`}`;

const renderFields = (title: string, fields: Operation['parameters']) => html`
          <h4>${title}</h4>
          <dl>
            ${fields.map(
              ({ name, type, isRequired, description }) => html`
            <div>
              <dt><code>${name}</code></dt>
              <dd>${type}${isRequired ? ', required' : ''}${description === '' ? '' : html`. ${marked(description)}`}</dd>
            </div>`,
            )}
          </dl>`;

/** What stands between backticks is code. */
const marked = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
