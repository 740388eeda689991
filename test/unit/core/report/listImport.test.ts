import assert from 'node:assert/strict';
import { compareLists } from '../../../../src/core/assessment/importList';
import { readListExport } from '../../../../src/core/assessment/listExport';
import { readRequirementList } from '../../../../src/core/assessment/requirementList';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { explainImport } from '../../../../src/core/report/listImport';
import { finish } from '../../../../src/core/steps';
import { csv, evidence, requests } from '../../given';

const A = '1149.01c2System.9';
const B = '0201.09j1Organizational.124';
const C = '1105.01e1System.1';
const D = '0662.09sCSPOrganizational.2';

function explained(current: string, exported: string): string {
  const reading = finish(readListExport(csv(exported), 'my|csf.csv', 'my|csf.csv', {}, catalog));
  if ('failure' in reading) throw new Error(reading.failure.code);
  const comparison = compareLists(
    readRequirementList(csv(current), 'requirements.csv', 'requirements.csv', catalog).requirements,
    reading.list.requirements,
    evidence(`${A},policy,a.pdf,`),
    requests(`${B},planned,,,,`),
  );
  const target = 'requirements.csv';
  const labelOf = (file: string): string => `x/${file}`;
  return explainImport({ list: reading.list, target, comparison, left: [], labelOf, translate: english });
}

describe('the page of an import', () => {
  const page = explained(
    `requirement,cvid,applicability\n${A},0873.0,n/a\n${B},2.0,`,
    `BUID,CVID,Applicable,Requirement Statement\n${C},873,,zebra\n${D},9.0,,<b>\n01.c,,,`,
  );

  it('says that nothing was written, and counts what would be', () => {
    assert.match(page, /^# What importing my\\\|csf\.csv would do\n\nNothing was written yet\.$/m);
    assert.match(page, /^- 1 requirements added, 1 removed, 1 with another id, 0 unchanged$/m);
    assert.match(page, /^- Rows of the export: 3, of which 2 name a requirement, 0 repeat one, and 1 are not used$/m);
  });

  it('lists what is added, removed, and has another id, with the old one', () => {
    assert.match(page, new RegExp(`## Added \\(1\\)\\n\\n.*\\n.*\\n\\| ${D} \\| 9.0 \\| 3 \\|`));
    assert.match(page, new RegExp(`## Removed \\(1\\)\\n\\n.*\\n.*\\n\\| ${B} \\| 2.0 \\| 3 \\|`));
    assert.match(page, new RegExp(`\\| ${A} \\| ${C} \\| the same CVID as a number, 873 \\| 2 \\|`));
  });

  it('tells where the export says otherwise what applies', () => {
    assert.match(page, new RegExp(`\\| ${A} \\| n/a \\| in-scope \\| 2 \\|`));
  });

  it('names evidence and requests that are left without a requirement, with their places', () => {
    assert.match(page, new RegExp(`\\| ${A} \\| ${C} \\| a.pdf \\| x/evidence.csv, line 2 \\|`));
    assert.match(page, new RegExp(`\\| ${B} \\|  \\| planned \\| x/requests.csv, line 2 \\|`));
  });

  it('names the rows that are not used', () => assert.match(page, /^\| 4 \| warning \| 01\.c is a control\. /m));

  it('holds no word of a statement', () => assert.doesNotMatch(page, /zebra|<b>/));

  it('leaves the parts out in which there is nothing', () => {
    const quiet = explained(`requirement,cvid\n${A},1.0`, `BUID,CVID\n${A},1.0`);
    assert.doesNotMatch(quiet, /Back after|Said otherwise|could not be read/);
    assert.match(quiet, /## Added \(0\)\n\nNone\.\n/);
  });
});
