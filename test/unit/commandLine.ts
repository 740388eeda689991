import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookFile } from './core/workbook/workbookFile';

const CLI = join(process.cwd(), 'dist/cli.js');

/** A requirement of 01.c. */
export const A = '1149.01c2System.9';
/** The files in the folder of the command line. */
export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'scope.md': `# Scope\r\n\r\n* 🔒 01.a - Access Control Policy\r\n* ${A} - 01.c, 01.a–01.b\r\n`,
  'closed.md': '01.b and 04.a\n',
  'unknown.md': 'See 14.b.\n',
  'srm.csv': `Illustrative\nBUID,Control,Inheritability\n,01.a,None\n,01.b,Full\n${A},01.c,Partial\n,04.a,Full\n${A},01.c,Partial\n,05.x,No\n`,
  'next.csv': `BUID,Control,Inheritability\n,01.a,Partial\n${A},01.c,None\n,04.a,Full\n,02.a,Full\n`,
  'srm.xlsx': workbookFile({
    sheets: [
      { name: 'About', data: [['Of 01.c and others.']] },
      {
        name: 'SRM',
        data: [
          ['BUID', 'CSF Version', 'Inheritability'],
          [A, 'v11.2.0', 'Partial'],
        ],
      },
    ],
  }),
  'clean.csv': 'ID;Responsibility\n01.a;Customer\n01.b;Azure\n',
  'evidence.csv': 'requirement,location\n01.a,https://x.y/z\n',
  'requests.csv': 'requirement,state\n01.b,approved\n04.a,approved\n',
  'inheritance-scope.json': JSON.stringify({
    assessment: { type: 'e1' },
    matrix: 'srm.csv',
    documents: ['scope.md'],
    evidence: 'evidence.csv',
    requests: 'requests.csv',
  }),
  'closed.json': JSON.stringify({
    matrix: 'closed.csv',
    documents: ['closed.md'],
    evidence: [],
    requests: 'requests.csv',
  }),
  'closed.csv': 'ID,Inheritability\n01.b,Full\n04.a,Full\n',
  'sub/closed.json': JSON.stringify({
    matrix: '../closed.csv',
    documents: ['../closed.md'],
    requests: '../requests.csv',
  }),
  'all/scope.md': 'See 01.a, 01.c and 14.b.\n',
  'globs.json': JSON.stringify({
    assessment: { type: 'e1' },
    matrix: 'srm.csv',
    documents: ['all/**/*'],
    evidence: [],
  }),
  'lost.json': JSON.stringify({ matrix: 'gone.csv', documents: ['scope.md'], evidence: [] }),
  'full.json': JSON.stringify({
    assessment: { type: 'e1', submissionDate: '2027-06-30' },
    matrix: 'srm.csv',
    requirements: 'list.csv',
    documents: ['closed.md'],
    evidence: 'full-evidence.csv',
    requests: 'full-requests.csv',
    gaps: 'mended.csv',
    azure: {
      services: ['Azure Maps'],
      servicesInScope: 'letter.csv',
      certification: { letter: 'Letter 2026', expires: '2027-07-01' },
      policyStates: ['states.json'],
    },
  }),
  'list.csv': `requirement,cvid,domain,applicability,rationale\n${A},0873.0,,,\n1101.01a1Organizational.1,,,,\n1202.09aa1System.1,,,n/a,No such system is in use.\n`,
  'full-evidence.csv': `requirement,location\n${A},https://x.y/z\n01.c,https://x.y/whole\n`,
  'full-requests.csv': `requirement,type,state,weight,partial\n${A},external,approved,50,yes\n`,
  'mended.csv': `gap_id,requirement,maturity,fixed_on\nG-7,${A},,2027-03-10\n`,
  'letter.csv': 'service,family,azure,azureGovernment\nVirtual Machines,Azure,yes,yes\n',
  'states.json': JSON.stringify([
    {
      resourceId: '/subscriptions/1/vm',
      complianceState: 'Compliant',
      policyDefinitionId: '/p/1',
      policyDefinitionAction: 'audit',
      policyDefinitionGroupNames: [`hipaa-${A}-01.c`],
      timestamp: '2027-02-27T06:00:00Z',
    },
  ]),
  'empty.csv': '',
  'binary.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
  'noIds.csv': 'Name,Responsibility\nx,Shared\n',
};

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line with arguments. */
export interface CommandLine {
  (...args: readonly string[]): Outcome;
  /** The path of a file in its folder. */
  path(name: string): string;
}

/**
 * Sets up a folder with the files above for the suite it is called in, and gives the way to run the bundled command
 * line there. The suite is skipped where that was not built.
 */
export function commandLine(suite: Mocha.Suite): CommandLine {
  let folder: string;
  suite.timeout(20_000);
  before(async function () {
    if (!existsSync(CLI)) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'inheritance-scope-'));
    for (const name of ['sub', 'all']) await mkdir(join(folder, name));
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
    // Sparse: it takes no room.
    await writeFile(join(folder, 'large.csv'), FILES['srm.csv'] ?? '');
    await truncate(join(folder, 'large.csv'), 100 * 1024 * 1024);
  });
  after(() => folder && rm(folder, { recursive: true, force: true }));
  const run = (...args: readonly string[]): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  };
  return Object.assign(run, { path: (name: string) => join(folder, name) });
}
