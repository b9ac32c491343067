import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './mail.ts';

/** The mail as it goes over the wire. Nothing in it is a file or an address to be fetched, whatever its texts say. */
export async function toMessage(mail: Mail): Promise<Buffer> {
  const { to, from, subject, text, html, messageId, unsubscribeUrl, date } = mail;
  const composer = new MailComposer({
    // As objects, so that an address is one address and a name can be nothing else.
    to: { name: '', address: to },
    from: { ...from },
    subject,
    text,
    html,
    messageId,
    date,
    headers: {
      'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}
