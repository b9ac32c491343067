import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { DeliveryOutcome } from '../delivery.ts';
import { isLoopback } from '../is-loopback.ts';
import type { Mail, MailTransport } from './mail.ts';
import { toMessage } from './to-message.ts';

const timeoutMs = 15_000;

/**
 * Mail over SMTP. One connection for each mail, and the connection by hand: only so is it known whether the server was
 * already being told the mail when something broke, and a mail that surely did not leave is not counted as one that may have.
 */
export function createSmtpTransport(address: string): MailTransport {
  const url = new URL(address);
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    secure: url.protocol === 'smtps:',
    ...(url.port && { port: Number(url.port) }),
    // A password does not travel in the clear.
    requireTLS: user !== '' && !isLoopback(url.hostname),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
  return {
    async send(mail, signal) {
      const message = await toMessage(mail);
      const connection = new SMTPConnection(options);
      return talk(connection, { mail, message, signal, ...(user !== '' && { credentials: { user, pass } }) });
    },
  };
}

interface Talk {
  readonly mail: Mail;
  readonly message: Buffer;
  readonly signal: AbortSignal;
  readonly credentials?: { readonly user: string; readonly pass: string };
}

async function talk(
  connection: SMTPConnection,
  { mail, message, signal, credentials }: Talk,
): Promise<DeliveryOutcome> {
  let isBeingTold = false;
  // Read only once the server said that it listens.
  const content = new Readable({
    read() {
      isBeingTold = true;
      this.push(message);
      this.push(null);
    },
  });
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(3 * timeoutMs)]);
  try {
    await new Promise<void>((resolve, reject) => {
      const next = (step: () => void) => (error?: unknown) => (error ? reject(error) : step());
      deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
      // It may break more than once, also after it has done its part.
      connection.on('error', reject);
      const send = () => connection.send({ from: mail.from.address, to: [mail.to] }, content, next(resolve));
      connection.connect(
        next(() =>
          credentials ? connection.login({ credentials: { ...credentials } }, next(send)) : send(),
        ),
      );
    });
    connection.quit();
    return { outcome: 'sent' };
  } catch (error) {
    connection.close();
    return toOutcome(error, isBeingTold);
  }
}

function toOutcome(error: unknown, isBeingTold: boolean): DeliveryOutcome {
  const { code, responseCode } = readError(error);
  if (responseCode !== null) {
    // Refused for good where the server speaks of this mail; a refused login is the operator's to mend.
    const isFinal = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
    return { outcome: isFinal ? 'given_up' : 'failed', error: `smtp_${responseCode}` };
  }
  return isBeingTold
    ? { outcome: 'unknown', error: 'smtp_unanswered' }
    : { outcome: 'failed', error: `smtp_${(code ?? 'broken').toLowerCase()}` };
}

function readError(error: unknown): { code: string | null; responseCode: number | null } {
  const has = <Key extends string>(key: Key): unknown =>
    typeof error === 'object' && error !== null && key in error ? Reflect.get(error, key) : undefined;
  const [code, responseCode] = [has('code'), has('responseCode')];
  return {
    code: typeof code === 'string' ? code : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
  };
}
