// The settings of mail: the server that takes it, and the address that it comes from.

export interface MailSettings {
  /** `smtp://` or `smtps://`, with the password where one is needed. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
}

interface Read {
  readonly settings: MailSettings | null;
  /** A sentence about each setting that is wrong. The address of the server may hold a password, and is never printed. */
  readonly faults: readonly string[];
}

/** Both settings, or neither; empty is not set. */
export function parseMailSettings({ url, from }: { readonly url: string; readonly from: string }): Read {
  if (url === '' && from === '') return { settings: null, faults: [] };
  const faults: string[] = [];
  const missing = (name: string) => `${name} is missing: SMTP_URL and MAIL_FROM are set together, or neither is.`;
  if (url === '') faults.push(missing('SMTP_URL'));
  else if (!isServer(url)) faults.push('SMTP_URL must be a URL that begins with smtp:// or smtps:// and names a host.');
  const sender = senderOf(from);
  if (from === '') faults.push(missing('MAIL_FROM'));
  else if (sender === null) faults.push('MAIL_FROM must be one address, such as chancery@example.gov or Chancery <chancery@example.gov>.');
  return faults.length > 0 || sender === null ? { settings: null, faults } : { settings: { url, from: sender }, faults };
}

function isServer(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && ['smtp:', 'smtps:'].includes(parsed.protocol) && parsed.hostname !== '';
}

function senderOf(text: string): MailSettings['from'] | null {
  const match = /^(?:([^<>,"\p{Cc}]*)<([^<>\s]+)>|([^<>\s]+))$/u.exec(text.trim());
  const address = match?.[2] ?? match?.[3] ?? '';
  if (!/^[^\s@,;:"<>()[\]\\\p{Cc}]+@[^\s@,;:"<>()[\]\\\p{Cc}]+$/u.test(address)) return null;
  return { name: match?.[1]?.trim() ?? '', address };
}
