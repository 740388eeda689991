import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { hoversOn, textOn } from './hovers';
import { allLenses, file, lensesOn, problemsOf, read, write } from './workspace';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const NOT_APPLICABLE = '1151.01c3System.1';
const NOT_LISTED = '1152.01c3System.2';
const DOCUMENT = 'full/scope.md';

const PROJECT = {
  name: 'Full',
  assessment: { type: 'r2', submissionDate: '2031-05-14' },
  matrix: 'srm.csv',
  requirements: 'requirements.csv',
  documents: '*.md',
  azure: {
    services: ['Azure Storage'],
    servicesInScope: 'services.csv',
    policyStates: ['states.json', 'broken.json'],
  },
};

const FILES: Readonly<Record<string, string>> = {
  'srm.csv': `ID,Inheritability\n${A},Partial\n${B},Full\n${NOT_APPLICABLE},None\n${NOT_LISTED},None\n01.b,Full\n`,
  'scope.md': `01.c\n${A}\n${NOT_LISTED}\n01.b\n01.b–01.d\n${NOT_APPLICABLE}\n`,
  'requirements.csv': [
    'requirement,applicability,rationale',
    `${A},,`,
    `${B},,`,
    `${NOT_APPLICABLE},n/a,No [x](command:y) accounts exist in this system`,
    '01.d,,',
    '',
  ].join('\n'),
  'documents.csv': [
    'document_id,title,type,location,approved_on',
    'P1,Access policy,policy,https://example.org/policy,2030-11-03',
    'P2,Access procedure,procedure,https://example.org/procedure,03/04/2030',
    '',
  ].join('\n'),
  'evidence.csv': [
    'requirement,maturity,document_id,title,location',
    `${A},policy,P1,,`,
    `${A},procedure,P2,,`,
    '01.c,implemented,,For all of it,https://example.org/all',
    '',
  ].join('\n'),
  'inheritance-requests.csv': `requirement,state,weight,partial,submitted\n${A},submitted,60,yes,2020-01-01\n`,
  'gaps.csv': 'gap_id,requirement,status\nG1,99.z,open\n',
  'services.csv': 'service,family,azure,azureGovernment\nAzure Storage,Azure,perhaps,\n',
  'states.json': JSON.stringify([
    {
      resourceId: '/subscriptions/s/resourceGroups/g/providers/p/vm1',
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/d1',
      policyDefinitionGroupNames: [`hipaa-${A}-01.c`],
      complianceState: 'NonCompliant',
      timestamp: '2026-10-20T08:00:00Z',
    },
  ]),
  'broken.json': '[\n  { "resourceId": \n',
};

describe('an assessment with a requirement list', () => {
  before(async () => {
    for (const [name, text] of Object.entries(FILES)) await write(`full/${name}`, text);
    await write('full/inheritance-scope.json', JSON.stringify(PROJECT));
    await eventually(async () => equal((await allLenses(DOCUMENT)).length, 6, 'number of lenses'), 20_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('full'), { recursive: true });
  });

  it('has lenses by its list: what is listed, what is not applicable, what is not listed, and a range of both', async () => {
    const lens = async (line: number): Promise<string> => (await lensesOn(DOCUMENT, line)).join();
    includes(await lens(1), 'Varies by requirement · 1 azure, 1 shared · needs');
    includes(await lens(2), 'Shared · needs implemented evidence · awaiting approval');
    equal(await lens(3), 'Customer · not in the requirement list');
    equal(await lens(4), 'Azure · not in the requirement list');
    includes(await lens(5), '3 controls · 1 varying · 1 of 1 with open items · 2 not in the requirement list');
    equal(await lens(6), 'Customer · not applicable');
  });

  it('has lenses on the matrix that say which rows are not in the list, and where they are referenced all the same', async () => {
    const lenses = await lensesOn('full/srm.csv', 5);
    equal(lenses, ['Customer · not in the requirement list', 'referenced in 1 document']);
    equal((await lensesOn('full/srm.csv', 3))[0], 'Azure');
  });

  it('has hovers that say what is open, what is recorded, and what Azure Policy found', async () => {
    const text = await textOn(DOCUMENT, A);
    for (const part of [
      'needs implemented evidence',
      'Rule 3',
      'Inheritance request: submitted ',
      ' days ago, a weight of 60, marked partial',
      'inheritance-requests.csv:2',
      'policy: Access policy, approved',
      'not yet mapped to a requirement',
      'implemented: For all of it',
      'a partial view of compliance, as of 2026-10-20',
      '1 non-compliant',
    ])
      includes(text, part);
  });

  it('has notices in a hover, each once', async () => {
    const text = await textOn(DOCUMENT, A);
    equal(text.split('Access procedure does not say since when').length, 2, 'number of parts around the notice');
  });

  it('has the rationale of what is not applicable in its hover, as text', async () => {
    const text = await textOn(DOCUMENT, NOT_APPLICABLE);
    includes(text, String.raw`not applicable: No \[x\](command:y) accounts exist`);
    includes(text, 'Rule 7');
  });

  it('says in a hover whose it is that is not listed, with its row of the matrix', async () => {
    for (const [id, whose] of [
      [NOT_LISTED, 'Customer'],
      ['01.b', 'Azure'],
    ] as const) {
      const text = await textOn(DOCUMENT, id);
      includes(text, `${whose} · not in the requirement list`);
      includes(text, 'srm.csv#L');
      equal(text.includes('command:'), false, 'presence of commands');
    }
    const range = await textOn(DOCUMENT, '01.b–01.d');
    includes(range, '**01.b User Registration**: Azure · not in the requirement list');
    includes(range, '**01.c Privilege Management**: Varies by requirement');
  });

  it('has hovers on the ids of its list', async () => {
    includes(await textOn('full/requirements.csv', A), 'awaiting approval');
  });

  it('lets no hover run a command but its own, for ids alone', async () => {
    const trusted = (await hoversOn(DOCUMENT, A)).filter(({ isTrusted }) => isTrusted);
    equal(trusted.length, 1, 'number of trusted texts');
    const [{ isTrusted, value } = { isTrusted: false, value: '' }] = trusted;
    const commands = typeof isTrusted === 'object' ? isTrusted.enabledCommands : [];
    for (const name of ['openSummary', 'addEvidence']) includes(commands.join(), `inheritanceScope.${name}`);
    const [, query = ''] = /command:inheritanceScope\.addEvidence\?([^)]*)\)/.exec(value) ?? [];
    const answers = [{ assessment: file('full/inheritance-scope.json').toString(), control: '01.c', requirement: A }];
    equal(JSON.parse(decodeURIComponent(query)), answers, 'answers');
  });

  it('has the problems of every register at their lines', () =>
    eventually(() => {
      const codes = (name: string): string => problemsOf(`full/${name}`).join();
      equal(codes('requirements.csv'), '4: na-beside-scored,5: control-in-list');
      equal(codes('documents.csv'), '3: unreadable-date');
      equal(codes('evidence.csv'), '4: not-yet-mapped');
      equal(codes('gaps.csv'), '2: unknown-id');
      equal(codes('services.csv'), '2: unknown-scope-mark');
      includes(codes('broken.json'), 'policy-syntax');
      includes(codes('scope.md'), '3: mentioned-not-listed');
    }));

  it('takes evidence where the summary and a hover ask for it, and the lens follows', async () => {
    await vscode.commands.executeCommand('inheritanceScope.addEvidence', {
      assessment: file('full/inheritance-scope.json').toString(),
      control: '01.c',
      requirement: A,
      maturity: 'implemented',
      type: 'configuration',
      evidence: 'https://example.org/export',
      dates: {},
    });
    includes(await read('full/evidence.csv'), `${A},implemented`);
    await eventually(async () => {
      const [lens = ''] = await lensesOn(DOCUMENT, 2);
      equal(lens.includes('needs implemented'), false, lens);
    });
  });

  it('goes to a control that is not listed where the documents name it', async () => {
    await vscode.commands.executeCommand('inheritanceScope.goToControl', {
      assessment: file('full/inheritance-scope.json').toString(),
      control: '01.b',
      reference: 0,
    });
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.getText(editor.selection), '01.b');
  });
});
