// What must hold of the lockfile.

/** The versions of a package that the lockfile installs. */
export function versionsOf(name: string, lockfile: string): readonly string[] {
  const versions = [...lockfile.matchAll(/^ {2}'?((?:@[^@/]+\/)?[^@(\s']+)@(\d[^:('\s]*)/gm)].filter((match) => match[1] === name);
  return [...new Set(versions.map((match) => match[2] ?? ''))];
}

/** The lines that tie the lockfile to one registry's address; it must install from whichever registry is configured. */
export function addressesIn(lockfile: string): readonly string[] {
  return lockfile.split('\n').filter((line) => /\btarball:|\bregistry:|https?:\/\/[^\s'"]*(?:registry|\.tgz)/.test(line));
}
