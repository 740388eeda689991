import assert from 'node:assert/strict';
import { barePathsIn, type NamedFile } from '../../../../src/core/assessment/inlineEvidence';
import { locationsInRegister, pathsInPlainLine, pathsInProject } from '../../../../src/core/navigation/links';

/** What is named, and what stands there. */
function named(text: string, found: readonly NamedFile[]): readonly (readonly [string, string])[] {
  return found.map(({ location, start, end }) => [location, text.slice(start, end)]);
}

describe('the locations in a register', () => {
  it('stand under location, in quotation marks or not', () => {
    const text =
      '\ufefftitle;Location;note\r\na;evidence/acp.pdf;x\r\n"b;c"; " my ""plan"".pdf ";y.pdf\r\n;"https://x.y/a;b";\r\nd;;\r\ne\r\n';
    assert.deepEqual(named(text, locationsInRegister(text)), [
      ['evidence/acp.pdf', 'evidence/acp.pdf'],
      ['" my ""plan"".pdf "', '" my ""plan"".pdf "'],
      ['https://x.y/a;b', 'https://x.y/a;b'],
    ]);
    const quoted = 'location\n" my ""plan"".pdf "\n';
    assert.deepEqual(named(quoted, locationsInRegister(quoted)), [['my "plan".pdf', 'my ""plan"".pdf']]);
  });

  it('are none without such a column, or where cells cannot be told apart', () => {
    for (const text of ['', 'title,path\na,b.pdf\n', 'location\n"a.pdf\n'])
      assert.deepEqual(locationsInRegister(text), []);
  });
});

describe('the paths in a line', () => {
  it('are those in backticks or plain, for of links VS Code makes its own', () => {
    const line = 'Evidence (policy): [ACP](acp.pdf), `my plan.pdf`, evidence/b.pdf and https://x.y/c.pdf';
    assert.deepEqual(named(line, barePathsIn(line)), [
      ['my plan.pdf', 'my plan.pdf'],
      ['evidence/b.pdf', 'evidence/b.pdf'],
    ]);
  });

  it('of a plain text have a folder, unless it says that they are evidence', () => {
    const said = '  Evidence: acp.pdf';
    assert.deepEqual(named(said, pathsInPlainLine(said)), [['acp.pdf', 'acp.pdf']]);
    const other = 'See node.js and evidence/acp.pdf, and user@example.org.';
    assert.deepEqual(named(other, pathsInPlainLine(other)), [['evidence/acp.pdf', 'evidence/acp.pdf']]);
  });
});

describe('the paths in a project file', () => {
  it('are those of its matrices and registers, with what each is', () => {
    const text = `{ // "matrix": "no.csv"
      "name": "srm.csv", "documents": ["*.md"],
      "matrix": ["srm.csv", { "path": "old/srm.xlsx", "sheet": "S" }, 3],
      "evidence": "evidence.csv",
      "azure": { "policyStates": ["states.json"], "servicesInScope": "services.csv" },
    }`;
    assert.deepEqual(
      pathsInProject(text).map(({ key, location, start, end }) => [key, location, text.slice(start, end)]),
      [
        ['matrix', 'srm.csv', 'srm.csv'],
        ['matrix', 'old/srm.xlsx', 'old/srm.xlsx'],
        ['evidence', 'evidence.csv', 'evidence.csv'],
        ['azure.policyStates', 'states.json', 'states.json'],
        ['azure.servicesInScope', 'services.csv', 'services.csv'],
      ],
    );
    for (const broken of ['', '{', '[]', '{ "matrix": {} }']) assert.deepEqual(pathsInProject(broken), []);
  });
});
