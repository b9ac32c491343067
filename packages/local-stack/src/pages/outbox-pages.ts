import { html } from 'hono/html';
import type { Mail } from '../outbox/outbox.ts';
import { type Html, layout } from './layout.ts';
import { type Language, words } from './words.ts';

export function outboxPage(language: Language, mails: Mail[]): Html {
  const say = words[language];
  const row = (mail: Mail) => html`
    <li>
      <a href="/outbox/${mail.id}">${mail.subject || say.noSubject}</a>
      <span class="muted">${mail.to} · ${time(language, mail)}</span>
    </li>`;
  const body = html`
    <nav><a href="/">${say.home}</a></nav>
    <h1>${say.outbox}</h1>
    <p class="muted">${mails.length > 0 ? say.outboxLead : say.outboxEmpty}</p>
    ${mails.length > 0 ? html`<ul>${mails.map(row)}</ul>` : ''}`;
  return layout({ language, title: say.outbox, body });
}

export function mailPage(language: Language, mail: Mail): Html {
  const say = words[language];
  const body = html`
    <nav><a href="/outbox">${say.back}</a></nav>
    <h1>${mail.subject || say.noSubject}</h1>
    <dl class="facts">
      <div><dt>${say.to}</dt><dd>${mail.to}</dd></div>
      <div><dt>${say.sent}</dt><dd>${time(language, mail)}</dd></div>
    </dl>
    ${mail.html ? mailFrame(mail.subject, mail.html) : html`<pre>${mail.text ?? ''}</pre>`}`;
  return layout({ language, title: mail.subject || say.noSubject, body });
}

export function missingMailPage(language: Language): Html {
  const say = words[language];
  return layout({
    language,
    title: say.outbox,
    body: html`<nav><a href="/outbox">${say.back}</a></nav><h1>${say.outbox}</h1><p>${say.missing}</p>`,
  });
}

/** A mail may hold anything: it runs no script here and can only open its links beside this page. */
const mailFrame = (title: string, content: string) => html`
  <iframe title="${title}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${`<base target="_blank">${content}`}"></iframe>`;

const time = (language: Language, { sentAt }: Mail) =>
  html`<time datetime="${sentAt}">${new Date(sentAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' })}</time>`;
