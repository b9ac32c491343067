import { cutText } from '../cut-text.ts';

/**
 * What a text from outside may carry that nobody is to read: order matters, the wider pattern comes first. Repetitions
 * have bounds where a long text could make them slow.
 */
const secrets: readonly (readonly [RegExp, string])[] = [
  // A name and a password may stand before the host, and have in them what ends an address elsewhere.
  [/\b[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s/]{0,300}@)?[^\s"'<>)\]}]*/gi, '[address]'],
  [/\b(?:https?|s3|gs|wss?|data):[^\s"'<>)\]}]+/gi, '[address]'],
  [/[\w.+-]{1,64}:[^\s/@]{1,200}@[\w.-]{1,253}(?::\d{1,5})?/g, '[address]'],
  // Nobody needs what was asked for in an address; and what a secret is called there, vendors differ in.
  [/([?&](?:amp;)?[\w.%[\]-]{1,60}=)[^\s&"'<>]+/g, '$1[secret]'],
  [/\b(Bearer|Token|Key|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [secret]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, '[secret]'],
  [/\b(?:r8|rpa|hf|sk|pk|sb_secret|sb_publishable|whsec|ghp|github_pat)_[\w+/=-]{6,}/g, '[secret]'],
  [
    /(?<![a-z])((?:api[_-]?)?(?:key|token|secret|password|signature))(["']?\s{0,20}[:=]\s{0,20}["']?)[^\s"',;&]{6,}/gi,
    '$1$2[secret]',
  ],
  [/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,253}/g, '[mail]'],
  [/(?<![\w.])(?:\/[\w.@+-]+){2,}\/?/g, '[path]'],
  [/\b[A-Z]:\\[^\s"']+/g, '[path]'],
];

/** Colours, titles and links of a terminal, and letters that nobody sees: a secret may be hidden between them. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cf}/gu;

/** Takes addresses, tokens and paths out of a vendor's text, and everything that is not text; cuts it to a length. */
export function redactVendorText(text: string, maximumLength = 1_000): string {
  let clean = cutText(text, maximumLength * 4).replace(invisible, '');
  for (const [pattern, replacement] of secrets) clean = clean.replace(pattern, replacement);
  return clean.length > maximumLength ? `${cutText(clean, maximumLength - 1)}…` : clean;
}
