// What the file says about itself: its core properties, with the time that was given instead of the clock's.
import { printable } from '../written-text.ts';

export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** Left out of the file when null. */
  readonly at: Date | null;
}

/** The part docProps/core.xml; replaces the one docx writes with the time of the clock. */
export function corePropertiesPart({ title, subject, creator, at }: Properties): { readonly path: string; readonly data: string } {
  const time = at === null ? null : at.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string) => (time === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`);
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject>`,
    `<dc:creator>${escaped(creator)}</dc:creator><cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy>`,
    `<dc:language>en</dc:language>${stamp('created')}${stamp('modified')}`,
    '</cp:coreProperties>',
  ].join('');
  return { path: 'docProps/core.xml', data };
}

function escaped(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
