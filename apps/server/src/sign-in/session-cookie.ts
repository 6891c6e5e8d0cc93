// The cookie that carries the id of a sign-in. Over https it is for https alone, and no neighbouring site can set it (`__Host-`).

export interface SessionCookie {
  readonly name: string;
  /** The id in a Cookie header; null when there is none. */
  idIn(cookieHeader: string): string | null;
  /** The ids under this name and the earlier ones. */
  everyIdIn(cookieHeader: string): readonly string[];
  /** Set-Cookie values of a new sign-in. */
  set(id: string, lastsMs: number): readonly string[];
  /** Set-Cookie values that take every sign-in out of the browser. */
  remove(): readonly string[];
}

const plainName = 'chancery_session';
const hostName = '__Host-chancery_session';

/** `isSecure`: people reach the site over https. */
export function sessionCookie(isSecure: boolean): SessionCookie {
  const name = isSecure ? hostName : plainName;
  // A browser takes neither name from, nor removes it at, a site that is not https, unless it says Secure.
  const attributes = (lastsSeconds: number) => `HttpOnly; Max-Age=${lastsSeconds}; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const removeOne = (it: string) => `${it}=; ${attributes(0)}`;
  return {
    name,
    idIn: (header) => idUnder(name, header),
    everyIdIn: (header) => [hostName, plainName].flatMap((it) => idUnder(it, header) ?? []),
    set: (id, lastsMs) => [`${name}=${id}; ${attributes(Math.floor(lastsMs / 1000))}`, ...(isSecure ? [removeOne(plainName)] : [])],
    remove: () => (isSecure ? [removeOne(hostName), removeOne(plainName)] : [removeOne(plainName)]),
  };
}

/** Not decoded: what a neighbour wrote into a cookie of theirs must not fail ours. */
function idUnder(name: string, cookieHeader: string): string | null {
  for (const cookie of cookieHeader.split(';')) {
    const [key, value] = cookie.trim().split('=');
    if (key === name && value !== undefined && /^[a-z0-9]+$/.test(value)) return value;
  }
  return null;
}
