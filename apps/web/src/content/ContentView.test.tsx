import { type AnswerContent, asId, type Field, type FieldValue, type ProseNode, type Question, type RowId } from '@chancery/domain';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { WordsProvider } from '../words/WordsProvider.tsx';
import { ContentView } from './ContentView.tsx';

const base = { id: asId<Field['id']>('f'), label: null, hint: null, isRequired: false, expectedWhen: null } as const;
const text: Field = { ...base, kind: 'text' };
const choice: Field = {
  ...base,
  kind: 'choices',
  options: [
    { id: asId('a'), label: 'Two-year', text: 'none' },
    { id: asId('b'), label: 'Other', text: 'other' },
  ],
};
const grid: Field = {
  ...base,
  kind: 'grid',
  hint: 'link/detail',
  rows: [
    { id: asId('r'), label: 'AI' },
    { id: asId('s'), label: 'Cloud' },
  ],
};

function shown(field: Field, value?: FieldValue): string {
  const question = { id: asId<Question['id']>('1'), fields: [field] } as unknown as Question;
  const content: AnswerContent = { question: question.id, fields: value === undefined ? {} : { [field.id]: value } };
  const page = renderToStaticMarkup(
    <WordsProvider>
      <ContentView question={question} content={content} />
    </WordsProvider>,
  );
  return page.replaceAll(/ class="[^"]*"/g, '');
}

function proseOf(...content: ProseNode[]): FieldValue {
  return { kind: 'text', prose: { type: 'doc', content } };
}

function linked(href: unknown): FieldValue {
  const marks = [{ type: 'link', attrs: { href: href as string } }];
  return proseOf({ type: 'paragraph', content: [{ type: 'text', text: 'here', marks }] });
}

describe('the content of an answer', () => {
  it('says where nothing is written', () => {
    expect(shown(text)).toContain('Nothing written');
  });

  it('shows HTML in an answer as the letters that somebody wrote', () => {
    const page = shown(text, proseOf({ type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] }));
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
  });

  it.each(['https://un.org', 'http://un.org', 'mailto:a@un.org'])('links to %s without telling it where from', (href) => {
    expect(shown(text, linked(href))).toMatch(new RegExp(`<a href="${href}"[^>]* rel="noopener noreferrer">here</a>`));
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' https://un.org',
    'data:text/html,x',
    '//un.org',
    'java\nscript:alert(1)',
    null,
    7,
  ])('keeps the words of a link to %j and not the link', (href) => {
    expect(shown(text, linked(href))).toContain('<p dir="auto">here</p>');
  });

  it('keeps the words inside nodes and marks that it does not know', () => {
    const odd: ProseNode = {
      type: 'script',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'kept', marks: [{ type: 'onclick' }] }] }],
    };
    expect(shown(text, proseOf(odd))).toContain('<p dir="auto">kept</p>');
  });

  it('nests marks and lists as they were written', () => {
    const item = {
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }, { type: 'italic' }] }] }],
    };
    expect(shown(text, proseOf({ type: 'orderedList', attrs: { start: 3 }, content: [item] }))).toContain(
      '<ol start="3"><li><div><p dir="auto"><strong><em>x</em></strong></p></div></li></ol>',
    );
  });

  it('says of every option whether it is ticked, with its remark', () => {
    const page = shown(choice, { kind: 'choice', chosen: [asId('b')], remarks: { [asId('b')]: 'five-year' } });
    expect(page).toMatch(/Not ticked: <\/span><bdi>Two-year<\/bdi>/);
    expect(page).toMatch(/>Ticked: <\/span><bdi>Other<\/bdi>: <bdi>five-year<\/bdi>/);
  });

  it('asks to confirm ticks that an import could not read', () => {
    expect(shown(choice, { kind: 'choice', chosen: [], toConfirm: true })).toContain('Please confirm the tick');
    expect(shown(choice, { kind: 'choice', chosen: [asId('a')] })).not.toContain('Please confirm');
  });

  it('shows a grid as a table with a heading for each row, whether it is answered or not', () => {
    const row: ProseNode = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'yes' }] }] };
    const page = shown(grid, { kind: 'grid', rows: { [asId<RowId>('r')]: row } });
    expect(page).toContain('<th scope="row">AI</th><td><div><p dir="auto">yes</p></div></td>');
    expect(page).toContain('<th scope="row">Cloud</th><td><span>Nothing written</span></td>');
    expect(page).toContain('<th scope="col">link/detail</th>');
  });
});
