// Arbitrary prose of the schema for property tests: nested lists, marks, odd links, tables with blocks in cells, awkward texts.
import type { ProseMark, ProseNode } from '@chancery/domain';
import * as fc from 'fast-check';
import { hardBreak, node, textNode } from '../prose.ts';

const awkward = [
  '**',
  '*',
  '_',
  '__a__',
  '`x`',
  '```',
  '---',
  '===',
  '# head',
  '1. item',
  '12) item',
  '- item',
  '+',
  '> quote',
  '| a | b |',
  '|---|---|',
  '~~x~~',
  '<b>',
  '</p>',
  '<!-- chancery:end -->',
  '<!-- chancery:question 3 -->',
  '&amp;',
  '&#32;',
  '\\',
  '\\*',
  '[x](y)',
  '![i](u)',
  '[ ] Yes',
  '☒ Yes ☐ No',
  'Yes No',
  'http://a.b/c_d_e',
  'https://x.org/?a=1&lang=en;',
  'www.example.org',
  'a@b.org',
  '12. Is there any legislation, law or regulation on digital identity?',
  'H. Consent to publish this Questionnaire',
  'If yes, please provide link and detail.',
  'Education',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\n',
  'é',
  '漢字',
  '😀',
  '\ud800',
  '[^1]',
  '[a]: http://b',
  ':',
  '.',
  ')',
  '(',
  'a',
  'word',
  'two words',
  '1',
  'x.',
  '.x',
  '"',
  "'",
  '\u0000',
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 4 }).map((it) => it.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
);
const href = fc.constantFrom(
  'https://example.org',
  'http://t.me/cprckkm',
  'https://a.b/x_(y)_z|w',
  'https://a.b/a b',
  'https://a.b/<c>',
  'https://a.b/c\\_d',
  'https://a.b/?x=1&amp;y=2&copy;',
  'https://a.b/%2520;',
  'https://a.b/"q"',
  "https://a.b/'q'*r*",
  'mailto:a@b.org',
  'https://a.b/)',
  'https://a.b/[c]',
  'https://a.b/x.',
);
const marks: fc.Arbitrary<readonly ProseMark[]> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.option(href, { freq: 4 }))
  .map(([bold, italic, underline, link]) => [
    ...(link === null ? [] : [{ type: 'link', attrs: { href: link } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
    ...(underline ? [{ type: 'underline' }] : []),
  ]);
const few: fc.Arbitrary<readonly ProseMark[]> = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: marks });
const bareLink = href.map((it) => textNode(it, [{ type: 'link', attrs: { href: it } }]));
const inline = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(text, few).map(([it, kinds]) => textNode(it, kinds)) },
  { weight: 1, arbitrary: bareLink },
  { weight: 1, arbitrary: fc.constant(hardBreak) },
);
const paragraph = fc.array(inline, { maxLength: 4 }).map((it) => node('paragraph', it));

const { block } = fc.letrec<{ block: ProseNode; item: ProseNode; row: ProseNode; cell: ProseNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: paragraph },
    { weight: 1, arbitrary: fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((it) => node('bulletList', it)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.constantFrom(1, 2, 7, 1234567890, 0))
        .map(([it, start]) => node('orderedList', it, start === 1 ? {} : { start })),
    },
    { weight: 1, arbitrary: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((it) => node('blockquote', it)) },
    { weight: 1, arbitrary: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((it) => node('table', it)) },
  ),
  item: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([head, more]) => node('listItem', [head, ...more])),
  row: fc.array(tie('cell'), { minLength: 1, maxLength: 3 }).map((it) => node('tableRow', it)),
  cell: fc
    .tuple(
      fc.constantFrom('tableCell', 'tableHeader'),
      fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
      fc.constantFrom({}, {}, { colspan: 2 }),
    )
    .map(([type, content, attrs]) => node(type, content, attrs)),
}));

/** A simple table, as officials make them: a head and one paragraph in each cell. */
const plainTable = fc.integer({ min: 1, max: 3 }).chain((width) => {
  const rowOf = (type: string) =>
    fc
      .array(
        paragraph.map((it) => node(type, [it])),
        { minLength: width, maxLength: width },
      )
      .map((it) => node('tableRow', it));
  return fc
    .tuple(rowOf('tableHeader'), fc.array(rowOf('tableCell'), { maxLength: 2 }))
    .map(([head, rows]) => node('table', [head, ...rows]));
});

/** Any document of the schema that holds something. */
export const arbitraryProse: fc.Arbitrary<ProseNode> = fc
  .array(fc.oneof({ weight: 6, arbitrary: block }, { weight: 1, arbitrary: plainTable }), { minLength: 1, maxLength: 4 })
  .map((it) => node('doc', it));

/** Any text of one line or more, awkward ones first. */
export const arbitraryText: fc.Arbitrary<string> = text;
