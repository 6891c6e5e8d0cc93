// LibreOffice, with which offices open our files and save theirs.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

/** False where it is not installed: a test that needs it says so in its title and is skipped. CI installs it. */
export const hasOffice = program !== undefined;

type Ending = 'docx' | 'odt' | 'rtf' | 'fodt' | 'html';

/** The file as LibreOffice saves it under another ending. `fodt` is its document as one text, in which somebody may go on writing. */
export async function savedAs(to: Ending, from: Ending, bytes: Uint8Array | string): Promise<Uint8Array> {
  if (program === undefined) throw new Error('LibreOffice is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'chancery-office-'));
  try {
    await writeFile(join(folder, `form.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = from === 'html' ? ['--infilter=HTML (StarWriter)'] : [];
    await promisify(execFile)(program, [
      profile,
      '--headless',
      ...filter,
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'saved'),
      join(folder, `form.${from}`),
    ]);
    return await readFile(join(folder, 'saved', `form.${to}`));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A Word file as it is after somebody opened it in LibreOffice, went on writing, and saved it as Word. */
export async function editedIn(bytes: Uint8Array, edit: (document: string) => string): Promise<Uint8Array> {
  const document = Buffer.from(await savedAs('fodt', 'docx', bytes)).toString();
  const edited = edit(document);
  if (edited === document) throw new Error('nothing was edited');
  return savedAs('docx', 'fodt', edited);
}
