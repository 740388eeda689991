/**
 * What core says besides problems (`problems.ts`): words for the field's terms, open items and the reasons behind them.
 * The rule numbers are those of README, "The rules behind a verdict".
 */
export const sentences = {
  // Words
  customer: 'Customer',
  shared: 'Shared',
  'shared-elements': 'Shared ({0} of {1} elements inheritable)',
  azure: 'Azure',
  mixed: 'Varies by requirement',
  unknown: 'Unknown',
  policy: 'policy',
  procedure: 'procedure',
  implemented: 'implemented',
  measured: 'measured',
  managed: 'managed',

  // Statuses. Without a requirement list nothing is called complete (rule 1).
  'status-not-applicable': 'Not applicable',
  'status-unknown': 'Responsibility unknown',
  'status-needs-evidence': 'Needs evidence',
  'status-coverage-needed': 'Coverage needed',
  'status-awaiting-approval': 'Awaiting approval',
  'status-inherited': 'Inherited',
  'status-complete': 'Nothing recorded as open',

  // Headlines: who is responsible, then what is open
  'count-azure': '{0} azure',
  'count-shared': '{0} shared',
  'count-customer': '{0} customer',
  'count-mixed': '{0} varying',
  'count-unknown': '{0} unknown',
  list: '{0}',
  'headline-controls': '{0} controls',
  'headline-open-of': '{0} of {1} with open items',
  'headline-not-in-matrix': 'Not in the matrix',
  'headline-no-matrix': 'No matrix was read',
  'headline-unknown': 'responsibility unknown',
  'headline-unknown-for': 'responsibility unknown for {0} of {1} requirements',
  'headline-coverage-needed': 'coverage needed',
  'headline-coverage-needed-for': 'coverage needed for {0} of {1} requirements',
  'headline-awaiting-approval': 'awaiting approval of inheritance requests',
  'headline-awaiting-approval-for': 'awaiting approval for {0} of {1} requirements',
  'headline-inherited': 'inherited',
  'headline-nothing-open': 'nothing recorded as open',

  // Open items, and why they are open
  'needs-evidence': 'needs {0} evidence',
  'needs-evidence-for': 'needs {0} evidence for {1} of {2} requirements',
  'coverage-needed': 'coverage needed: {0}',
  'coverage-needed-for': 'coverage needed for {1} of {2} requirements: {0}',
  'awaiting-approval': 'awaiting approval of the inheritance request',
  'awaiting-approval-for': 'awaiting approval of inheritance requests for {1} of {2} requirements',
  'request-none': 'no inheritance request',
  'request-zero': 'the inheritance request was approved at a weight of 0',
  'request-planned': 'the inheritance request is planned',
  'request-created': 'the inheritance request is not yet submitted',
  'request-rejected': 'the inheritance request was rejected',
  'request-withdrawn': 'the inheritance request was withdrawn',
  'request-applied': 'the request is marked applied, but only internal inheritance takes effect without approval',
  'not-in-matrix': 'not in the matrix',
  'no-matrix': 'no matrix was read',
  'not-inheritable': 'by the matrix none of it can be inherited',
  'value-unknown': 'the matrix does not say who is responsible in words that are known',
  'value-disputed': 'the matrix contradicts itself',
  'value-varies-by-version': 'the CSF versions in the matrix differ; name the assessment’s version in the project file',
  'unknown-because': 'responsibility unknown: {0}',
  'unknown-for': 'responsibility unknown for {1} of {2} requirements: {0}',

  'why-evidence-customer': 'Rule 3: what is the customer’s own is evidenced at every maturity level that is scored.',
  'why-evidence-shared':
    'Rule 3: of what is shared, the customer’s part is evidenced at every maturity level that is scored.',
  'why-evidence-unknown': 'Rule 3: as long as the responsibility is unknown, the customer’s evidence is asked for.',
  'why-evidence-part':
    'Rule 3: the approved request leaves the customer a part (a weight under 100, or partial), which is evidenced.',
  'why-evidence-mixed':
    'Rule 3: the requirements that are the customer’s, shared or unknown are evidenced at every maturity level that is scored.',
  'why-coverage': 'Rule 6: Azure’s part counts only once an inheritance request for it is approved.',
  'why-unknown': 'Rule 8: without a responsibility nothing is inherited and nothing is closed.',

  // The exported summary
  'report-title': 'Scoping summary: {0}',
  'report-date': 'Date: {0}',
  'report-matrix': 'Matrix: {0}',
  'report-matrix-entries': '{0} ({1} entries)',
  'report-no-matrix': 'Matrix: none was read',
  'report-basis-documents':
    'Scope: the controls that the scoping documents mention. Without a requirement list no control is called complete.',
  'report-adequacy': 'This tells what is recorded. Whether it is adequate is the assessor’s judgement.',
  'report-tool': 'Made with: Azure Inheritance Scope {0}',
  'report-totals': 'Totals',
  'report-controls-in-scope': 'Controls in scope: {0}',
  'report-open': 'Open',
  'report-all': 'All controls in scope',
  'report-unresolved': 'Ids that could not be resolved',
  'report-none': 'None.',
  'matrix-preamble': 'The matrix says of itself: {0}',
  'section-needs-evidence': 'Controls that still need evidence',
  'section-problems': 'What could not be read or resolved',
  'action-export': 'Export Summary…',
  'action-load-matrix': 'Load Matrix…',
  'column-control': 'Control',
  'column-controls': 'Controls',
  'column-responsibility': 'Responsibility',
  'column-status': 'Status',
  'column-open': 'Open',
  'column-evidence': 'Evidence',
  'column-references': 'Referenced in',
  'column-place': 'Where',
  'column-text': 'Text',
  'column-reason': 'Why',

  // What keeps a project file from being JSON
  'syntax-key': 'a key in quotation marks, or the closing brace, is expected',
  'syntax-colon': 'a colon is expected',
  'syntax-comma': 'a comma is expected',
  'syntax-value': 'a value is expected',
  'syntax-close': 'a closing brace or bracket is missing',
  'syntax-string': 'a text does not end',
  'syntax-other': 'this character does not belong here',

  // Places, and what a key of the project file has to be
  'place-line': 'line {0}',
  'place-file-line': '{0}, line {1}',
  'expected-object': 'an object',
  'expected-text': 'a text',
  'expected-one-of': 'one of {0}',
  'expected-list-of': 'a list of {0}',
  'expected-matrix': 'a path, or an object with a path, or a list of those',
  'expected-paths': 'a path, or a list of paths',
  'expected-row': 'the number of a line, from 1',
  'expected-columns': 'an object of headings, with keys among {0}',
  'expected-values': 'an object of values, each customer, shared or azure',

  // Why a file cannot be read
  'reason-no-permission': 'permission is denied',
  'reason-is-folder': 'it is a folder',
  'reason-other': 'the system gave an error',

  // Assumptions that are said beside the figures
  'assumed-type': 'No assessment type is given: an {0} is assumed.',
} as const;

export type SentenceCode = keyof typeof sentences;
