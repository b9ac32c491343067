/** What a text from outside may carry that nobody is to read: order matters, the wider pattern comes first. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?|s3|gs|wss?|data):[^\s"'<>)\]}]+/gi, '[address]'],
  [/\b(Bearer|Token|Key|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [secret]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, '[secret]'],
  [/\b(?:r8|rpa|hf|sk|pk|sb_secret|sb_publishable|whsec|ghp|github_pat)_[\w+/=-]{6,}/g, '[secret]'],
  [
    /\b((?:api[_-]?)?(?:key|token|secret|password|signature))(["']?\s*[:=]\s*["']?)[^\s"',;&]{6,}/gi,
    '$1$2[secret]',
  ],
  [/\b[\w.+-]+@[\w-]+\.[\w.-]+\b/g, '[mail]'],
  [/(?<![\w.])(?:\/[\w.@+-]+){2,}\/?/g, '[path]'],
  [/\b[A-Z]:\\[^\s"']+/g, '[path]'],
];

/** Colours, titles and links of a terminal, and letters that nobody sees: a secret may be hidden between them. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cf}/gu;

/** Takes addresses, tokens and paths out of a vendor's text, and everything that is not text; cuts it to a length. */
export function redactVendorText(text: string, maximumLength = 1_000): string {
  let clean = text.slice(0, maximumLength * 4).replace(invisible, '');
  for (const [pattern, replacement] of secrets) clean = clean.replace(pattern, replacement);
  return clean.length > maximumLength ? `${clean.slice(0, maximumLength - 1)}…` : clean;
}
