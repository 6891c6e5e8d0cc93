// The tables of docs/security.md: what they show, and the sum above them.

interface Row {
  readonly id: string;
  readonly state: string;
  readonly paths: readonly string[];
}

const states = ['met', 'in part', 'not met', 'does not apply'];
const aRow = /^\| ([\d.]+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/;
const aPath = /`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|tsx|mjs|md|json|yaml))`/g;

/** One sentence for each row that is wrong or shows no file that is there, and one when the sum is not that of the rows. */
export function faultsOfSecurity(document: string, isThere: (path: string) => boolean): readonly string[] {
  const lines = document.split('\n').filter((line) => /^\| *\d/.test(line));
  const rows = lines.map(rowOf).filter((row) => row !== null);
  const ids = rows.map(({ id }) => id);
  const sum = sumOf(rows);
  return [
    ...lines.filter((line) => rowOf(line) === null).map((line) => `this is no row: ${line}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands there twice`),
    ...rows.filter((row) => ['met', 'in part'].includes(row.state) && row.paths.length === 0).map(({ id }) => `${id} shows no file`),
    ...rows.flatMap(({ id, paths }) => paths.filter((path) => !isThere(path)).map((path) => `${id} shows ${path}, which is not there`)),
    ...(document.includes(sum) ? [] : [`the sum is: ${sum}`]),
  ];
}

function rowOf(line: string): Row | null {
  const [, id = '', state = '', shown = ''] = aRow.exec(line) ?? [];
  return states.includes(state) ? { id, state, paths: [...shown.matchAll(aPath)].map(([, path = '']) => path) } : null;
}

function sumOf(rows: readonly Row[]): string {
  const [met, partly, not, beside] = states.map((state) => rows.filter((row) => row.state === state).length);
  const applying = rows.length - (beside ?? 0);
  return `Of the ${rows.length} requirements of levels 1 and 2, ${applying} apply: ${met} are met, ${partly} in part and ${not} not; ${beside} do not apply.`;
}
