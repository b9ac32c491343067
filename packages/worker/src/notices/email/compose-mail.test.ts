import { expect, it } from 'vitest';
import { toMessage } from '../mail/to-message.ts';
import { openedMail } from '../testing/opened-delivery.ts';
import { composeMail } from './compose-mail.ts';

const options = { from: 'notices@act.example', siteUrl: 'https://studio.example' };

async function compose(...given: Parameters<typeof openedMail>) {
  const mail = await composeMail(openedMail(...given), options);
  if (!mail) throw new Error('There was nothing to say.');
  return mail;
}

const inRussian = {
  person: { email: 'm@acme.test', unsubscribeToken: 'acme.me.sig', language: 'ru' as const },
};

it('tells in English that a training is done', async () => {
  expect((await compose()).text).toMatchInlineSnapshot(`
    "“Bottles” is trained

    The training used 21 pictures, and the model is saved as flux-lora-v1.

    Open it to look at the result and to make pictures with it.

    Open the training:
    https://studio.example/open/acme?next=%2Ftraining%2Fmonitor%3Fjob%3D33333333-3333-4333-8333-333333333333

    --
    You get this because you work with Acme Company and chose to be told by mail.

    Choose what you hear of:
    https://studio.example/settings?section=notices

    Stop all mails:
    https://studio.example/notices/unsubscribe?token=acme.me.sig
    "
  `);
});

it('tells in Russian that a training is done', async () => {
  expect((await compose({}, inRussian)).text).toMatchInlineSnapshot(`
    "Обучение завершено: «Bottles»

    Использовано 21 изображение, модель сохранена как flux-lora-v1.

    Откройте её, чтобы посмотреть на результат и создать изображения.

    Открыть обучение:
    https://studio.example/open/acme?next=%2Ftraining%2Fmonitor%3Fjob%3D33333333-3333-4333-8333-333333333333

    --
    Вы получили это письмо, потому что работаете с Acme Company и выбрали уведомления по почте.

    Выбрать, о чём сообщать:
    https://studio.example/settings?section=notices

    Отписаться от всех писем:
    https://studio.example/notices/unsubscribe?token=acme.me.sig
    "
  `);
});

const everyKind = [
  ['training.failed', { name: 'Bottles', errorCode: 'out_of_memory' }],
  ['training.cancelled', { name: 'Bottles' }],
  ['generation.completed', { pictures: 1 }],
  ['generation.completed', { pictures: 3 }],
  ['generation.failed', { pictures: 5, errorCode: 'deadline_passed' }],
  ['pictures.rejected', { pictures: 7, names: ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'] }],
  ['sharing.ended', { name: 'Bottles' }],
  ['budget.low', { spentUsd: 84.5, budgetUsd: 100 }],
  ['webhook.disabled', { host: 'hooks.example.com', reason: 'gone' }],
  ['webhook.disabled', { host: 'hooks.example.com', reason: 'failing' }],
] as const;

it('says what happened and what comes next, for every kind, in both languages', async () => {
  const mails: object[] = [];
  for (const changes of [{}, inRussian]) {
    for (const [kind, facts] of everyKind) {
      const { subject, text } = await compose(
        {
          kind,
          facts: JSON.parse(JSON.stringify(facts)),
          ...(!/^(training|sharing)\./.test(kind) && { jobId: null }),
        },
        changes,
      );
      mails.push({ kind, subject, text: text.split('\n\n').slice(1, 4) });
    }
  }
  expect(mails).toMatchSnapshot();
});

it.each([
  [1, '1 picture is ready', 'Готово 1 изображение'],
  [2, '2 pictures are ready', 'Готовы 2 изображения'],
  [5, '5 pictures are ready', 'Готовы 5 изображений'],
  [11, '11 pictures are ready', 'Готовы 11 изображений'],
  [21, '21 pictures are ready', 'Готово 21 изображение'],
  [1001, '1,001 pictures are ready', 'Готово 1 001 изображение'],
])('counts %i as a language does', async (pictures, english, russian) => {
  const notice = { kind: 'generation.completed', facts: { pictures } };
  expect((await compose(notice)).subject).toBe(english);
  expect((await compose(notice, inRussian)).subject.replace(/[\u00a0\u202f]/g, ' ')).toBe(russian);
});

it('speaks the brand’s language to who has chosen none, and links to the brand’s own host', async () => {
  const brand = { id: 'acme', name: 'Acme', settings: { language: 'ru', hosts: ['studio.acme.example'] } };
  const { text, unsubscribeUrl } = await compose({}, { brand });
  expect(text).toContain('Обучение завершено');
  expect(text).toContain(
    'https://studio.acme.example/open/acme?next=%2Ftraining%2Fmonitor%3Fjob%3D33333333-3333-4333-8333-333333333333',
  );
  expect(unsubscribeUrl).toBe('https://studio.acme.example/api/notices/unsubscribe?token=acme.me.sig');
  const inEnglish = { ...inRussian.person, language: 'en' as const };
  expect((await compose({}, { brand, person: inEnglish })).text).toContain('is trained');
});

it('wears the brand’s colours, in a form that mail programs know', async () => {
  const light = {
    accent: 'oklch(0.627955 0.257683 29.233885)',
    accentText: '#fff',
    raised: '#fdf6ec',
    surface: '#FAF0E6FF',
  };
  const brand = { id: 'acme', name: 'Acme', settings: { theme: { light, radius: 20 } } };
  const { html } = await compose({}, { brand });
  for (const part of ['#ff0000', '#ffffff', '#fdf6ec', '#faf0e6', 'border-radius:20px'])
    expect(html).toContain(part);
  expect(html).not.toContain('oklch');
});

it('is written all the same where a brand’s settings cannot be read', async () => {
  const { html } = await compose({}, { brand: { id: 'acme', name: 'Acme', settings: { theme: 'red' } } });
  expect(html).toContain('Acme');
});

it('has a language, a preheader, one button, and nothing that is fetched', async () => {
  const { html } = await compose({}, inRussian);
  expect(html).toMatch(/<html[^>]* lang="ru"/);
  expect(html).toMatch(/display:none[^>]*>[^<]*Использовано 21 изображение/);
  expect(html.match(/<a /g)).toHaveLength(3);
  expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
});

it('shows names that people choose as text and nothing else', async () => {
  const name = '<img src=x onerror=alert(1)>"\u202e&amp;';
  const brand = { id: 'acme', name: '<b>Acme</b>\r\nBcc: victim@example.test', settings: {} };
  const { html, subject, from } = await compose({ facts: { name, pictures: 2 } }, { brand });
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('&amp;amp;');
  expect(subject).toBe('“<img src=x onerror=alert(1)>"&amp;” is trained');
  expect(from.name).toBe('<b>Acme</b> Bcc: victim@example.test');
});

it('lets nobody add a header, or a recipient', async () => {
  const name = 'Bottles\r\nBcc: victim@example.test\r\n\r\nBody\u2028Bcc: victim@example.test';
  const brand = { id: 'acme', name: 'Acme" <evil@example.test>,\nX-Evil: 1', settings: {} };
  const mail = await compose({ facts: { name } }, { brand });
  const message = (await toMessage(mail)).toString();
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const names = head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
  expect(names.sort()).toEqual([
    ...['auto-submitted', 'content-type', 'date', 'from', 'list-unsubscribe', 'list-unsubscribe-post'],
    ...['message-id', 'mime-version', 'subject', 'to'],
  ]);
  expect(head).toContain('To: member@acme.test');
  expect(head.match(/^From: .*<([^<>]+)>$/m)?.[1]).toBe('notices@act.example');
  expect(head).toContain('Message-ID: <11111111-1111-4111-8111-111111111111@act.example>');
  expect(head).toContain(
    'List-Unsubscribe: <https://studio.example/api/notices/unsubscribe?token=acme.me.sig>',
  );
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

it('writes to one address, whatever stands in it', async () => {
  const person = { ...inRussian.person, email: 'a@acme.test, b@evil.test' };
  const message = (await toMessage(await compose({}, { person }))).toString();
  expect(message).not.toMatch(/^To:.*a@acme\.test, b@evil\.test/m);
});

it('has nothing to say of what it does not know, and to somebody without an address', async () => {
  expect(await composeMail(openedMail({ kind: 'training.begun' }), options)).toBeNull();
  const person = { ...inRussian.person, email: null };
  expect(await composeMail(openedMail({}, { person }), options)).toBeNull();
});
