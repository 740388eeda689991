import type { Argument, Message } from './message';
import type { Span } from './span';

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Every problem that a person can be shown, in documents, the matrix and the registers: the Problems panel, the command
 * line and the README's table all take it from here. `{0}` … stand for arguments; a sentence says what is wrong and,
 * where that is not plain, what to do.
 */
export const problemTable = {
  // Documents
  'unknown-control': {
    severity: 'warning',
    text: 'HITRUST CSF has no control {0}. {1}.',
  },
  'unknown-requirement': {
    severity: 'warning',
    text: '{0} reads like a requirement id, but its control or level does not exist in HITRUST CSF.',
  },
  'reversed-range': {
    severity: 'warning',
    text: '{0} goes from a later control to an earlier one, so it is read as two single controls. Swap the two, or write a comma between them.',
  },
  'range-across-categories': {
    severity: 'warning',
    text: '{0} goes from one category to another, and a range stays within one; it is read as two single controls. Write a range for each category, or a comma between the two.',
  },

  // What documents say of the ids that they name
  case: {
    severity: 'information',
    text: '{0} is {1} with other capitals. It counts all the same.',
  },
  'spelling-variant': {
    severity: 'information',
    text: '{0} is another spelling of {1}. It counts all the same.',
  },
  'responsibility-claim': {
    severity: 'warning',
    text: 'The document says "{0}" of {1}, but the matrix says {2} ({3}). Correct the document, or have the matrix looked at.',
  },
  'inherited-without-request': {
    severity: 'warning',
    text: 'The document says "{0}" of {1}, but that is no more than a claim so far: {2}. {3}.',
  },
  'duplicate-section': {
    severity: 'warning',
    text: '{0} has a section of its own on line {1} already. Put the two together, so that one does not go out of date.',
  },
  'duplicate-section-elsewhere': {
    severity: 'information',
    text: '{0} has a section of its own in {1} too. If both say the same, keep one and refer to it.',
  },

  // Comments in documents that ignore problems
  'ignore-without-reason': {
    severity: 'warning',
    text: 'This comment gives no reason, so it ignores nothing. Write it behind a colon: inheritance-scope-ignore CODE: the reason.',
  },
  'unused-ignore': {
    severity: 'information',
    text: 'There is no {0} on the line that this is about. Take it out.',
  },
  'unknown-code': {
    severity: 'warning',
    text: 'No problem has the code "{0}", so it ignores nothing: {1}.',
  },

  // Titles of controls in documents
  'title-mismatch': {
    severity: 'warning',
    text: '{0} is {1}, not "{2}": {3}.',
  },
  'wildcard-control': {
    severity: 'warning',
    text: '{0} does not stand for all controls of category {1} "{2}": {3}. Name the controls that are meant.',
  },

  // Any file
  'file-not-found': {
    severity: 'error',
    text: 'There is no file {0}. Choose another one, or mend the path.',
  },
  'file-not-readable': { severity: 'error', text: '{0} cannot be read: {1}.' },
  'file-too-large': {
    severity: 'error',
    text: '{0} is too large to be read: {1} MB, and {2} MB is the most.',
  },
  'file-not-written': {
    severity: 'error',
    text: '{0} cannot be written: {1}.',
  },
  'file-changed': {
    severity: 'error',
    text: '{0} was changed by someone else meanwhile and was left as it is. Look at it, and try again.',
  },
  'path-outside-workspace': {
    severity: 'error',
    text: '{0} lies outside the workspace, and is neither read nor written as long as the workspace is not trusted. Trust it (Workspaces: Manage Workspace Trust), or move the file into it.',
  },
  'notebook-not-read': {
    severity: 'warning',
    text: 'A notebook is no scoping document: its cells are not read. Keep what is to be read in a text file, or take notebooks out of the documents.',
  },
  'folder-not-readable': {
    severity: 'error',
    text: 'The folder {0} cannot be read: {1}. Documents in it are missing here.',
  },
  'file-empty': { severity: 'error', text: '{0} is empty.' },
  'file-not-text': {
    severity: 'error',
    text: '{0} is not a text file, and no workbook (.xlsx) either. If it is sealed (age), open it with age, and take the opened file.',
  },
  'workbook-encrypted': {
    severity: 'error',
    text: '{0} is protected with a password and cannot be read. Save it without one (in Excel: File, Info, Protect Workbook, Encrypt with Password).',
  },
  'workbook-legacy': {
    severity: 'error',
    text: '{0} is a workbook of before 2007 (.xls), which cannot be read. Save it as an Excel workbook (.xlsx).',
  },
  'workbook-other-kind': {
    severity: 'error',
    text: '{0} is no Excel workbook (.xlsx) but another kind of file. If it is a table, save it as .xlsx or as CSV.',
  },
  'workbook-corrupt': {
    severity: 'error',
    text: '{0} is damaged or incomplete and cannot be read as a workbook. Get it anew, or open it in Excel and save it again.',
  },
  'workbook-too-large': {
    severity: 'error',
    text: '{0} is too large to be read: it unpacks to more than {1} MB, or has more than {2} cells. Save the sheet that is needed as a workbook of its own.',
  },
  'missing-sheet': {
    severity: 'error',
    text: '{0} has no sheet "{1}". Found: {2}.',
  },
  'stray-quote': {
    severity: 'error',
    text: 'A quotation mark opens in this row and does not close in its cell; the lines it would have swallowed were read one by one, without quotation marks. Close it, or double it where it is part of the text.',
  },
  'unclosed-quote': {
    severity: 'error',
    text: 'A quotation mark opens on line {0} and never closes: nothing from that line on was read.',
  },

  // The matrix
  'missing-id-column': {
    severity: 'error',
    text: 'No column of the matrix holds control or requirement ids. Found: {0}. Say which it is with Map Matrix Columns…, or in the project file under matrix.columns.id.',
  },
  'missing-responsibility-column': {
    severity: 'error',
    text: 'No column of the matrix states a responsibility or an inheritability. Found: {0}. Say which it is with Map Matrix Columns…, or in the project file under matrix.columns.responsibility (whose it is) or matrix.columns.inheritability (what can be inherited). A column that tells what the customer or the provider does is neither.',
  },
  'missing-column': {
    severity: 'error',
    text: 'The project file names a column "{0}", which {1} does not have. Found: {2}.',
  },
  'column-named-twice': {
    severity: 'error',
    text: 'The project file names the column "{0}" for several things under matrix.columns: {1}. It can be only one of them, and was taken for none.',
  },
  'ambiguous-column': {
    severity: 'error',
    text: 'More than one column could be the {0}: {1}. None was taken. Say which it is with Map Matrix Columns…, or in the project file under matrix.columns.{0}.',
  },
  'unsure-column': {
    severity: 'error',
    text: 'By what stands in it, {1} could be the {0}, but its heading does not say so. It was not taken. Say what it is with Map Matrix Columns…, or in the project file under matrix.columns.{0}.',
  },
  'several-sheets': {
    severity: 'warning',
    text: 'The sheet "{0}" was read. These look like a matrix too: {1}. If one of them is meant, name it in the project file under matrix.sheet.',
  },
  'matrix-without-entries': {
    severity: 'error',
    text: 'No row of the matrix has an id of HITRUST CSF.',
  },
  'unknown-id': {
    severity: 'warning',
    text: '"{0}" is no control or requirement id of HITRUST CSF; the row is not used.',
  },
  'missing-id': {
    severity: 'warning',
    text: 'The row has no id; it is not used. If its id cell was merged with the one above, fill it in.',
  },
  'unread-requirement': {
    severity: 'warning',
    text: '"{0}" is no requirement id of HITRUST CSF; it stays unknown, and so does its part of the control.',
  },
  'repeated-header': {
    severity: 'information',
    text: 'The header row is repeated here; that is no entry.',
  },
  'second-header': {
    severity: 'error',
    text: 'Another table begins here, with other columns. Its rows count as unknown: give it a file of its own.',
  },
  'shifted-row': {
    severity: 'warning',
    text: 'The row of {0} has more cells than the {1} of the header, so which is which is not certain; it counts as unknown. Put a cell that holds a comma in quotation marks.',
  },
  'several-ids': {
    severity: 'warning',
    text: '"{0}" names several ids; the row is not used. Give each a row of its own.',
  },
  'unmapped-value': {
    severity: 'warning',
    text: '"{0}" under "{1}" is no value known to state who is responsible, so {2} counts as unknown. Say what it means in the project file under matrix.values.',
  },
  'missing-value': {
    severity: 'warning',
    text: 'The row of {0} states neither responsibility nor inheritability, so it counts as unknown.',
  },
  'unknown-mark': {
    severity: 'warning',
    text: '"{0}" under "{1}" is neither a mark (X, Yes) nor the absence of one (blank, No), so {2} counts as unknown.',
  },
  'several-marks': {
    severity: 'warning',
    text: 'The row of {0} is marked under {1}, which contradict each other, so it counts as unknown.',
  },
  'duplicate-row': {
    severity: 'information',
    text: '{0} repeats line {1} word for word; it is counted once.',
  },
  'disputed-row': {
    severity: 'warning',
    text: '{0} stands on {1} and on {2} with different content. Until one of them goes, its responsibility counts as unknown.',
  },

  // The comparison with another matrix, as long as it is open
  'matrix-change': {
    severity: 'information',
    text: 'In the newer matrix, {0}: {1}.',
  },

  // Registers: evidence and inheritance requests
  'missing-register-column': {
    severity: 'error',
    text: '{0} has no column "{1}"; nothing was read from it. Found: {2}.',
  },
  'unknown-maturity': {
    severity: 'warning',
    text: '"{0}" is no maturity level (policy, procedure, implemented, measured, managed); the row does not count.',
  },
  'missing-maturity': {
    severity: 'warning',
    text: 'No maturity level is given, so this evidence does not count.',
  },
  'unknown-state': {
    severity: 'warning',
    text: '"{0}" is no state that is known here ({1}); the row does not count.',
  },
  'evidence-without-location': {
    severity: 'warning',
    text: 'The evidence "{0}" has no location (a file or a link), so it does not count.',
  },
  'evidence-placeholder': {
    severity: 'information',
    text: '"{0}" is no evidence yet: name a file or a link.',
  },
  'missing-evidence-file': {
    severity: 'warning',
    text: 'The evidence file {0} does not exist, so it does not count.',
  },
  'unknown-request-type': {
    severity: 'warning',
    text: '"{0}" is no type of inheritance (external, internal); the request does not count.',
  },
  'unknown-partial': {
    severity: 'warning',
    text: '"{0}" does not say whether the inheritance is partial (yes or no); the request does not count.',
  },
  'invalid-weight': {
    severity: 'warning',
    text: 'The weight "{0}" is no number from 0 to 100; the request does not count.',
  },

  'missing-weight': {
    severity: 'information',
    text: 'The approved request gives no weight; it is taken for 100.',
  },
  'other-provider': {
    severity: 'information',
    text: 'The request goes to "{0}" and not to Azure; it says nothing about the part of this matrix.',
  },
  'repeated-request': {
    severity: 'warning',
    text: '{0} has a request on line {1} already; the last row counts. Keep one row for each requirement.',
  },
  'unreadable-date': {
    severity: 'warning',
    text: '"{0}" under "{1}" counts as not given: {2}. Write the day as YYYY-MM-DD.',
  },
  'row-without-use': {
    severity: 'information',
    text: 'This row counts for nothing yet: {0} is in no scoping document, or the matrix has no row for it.',
  },

  // Evidence documents, dates and gaps
  'unknown-evidence-type': {
    severity: 'warning',
    text: '"{0}" is no type of evidence ({1}); the row counts, with its type not given.',
  },
  'invalid-hash': {
    severity: 'warning',
    text: '"{0}" is no SHA-256 (64 digits and letters from a to f); whether the file changed is not checked.',
  },
  'evidence-no-link': {
    severity: 'warning',
    text: '"{0}" is no link that leads anywhere, so it does not count. Write a path, or http:// or https:// with an address and its spaces as %20.',
  },
  'stale-evidence': {
    severity: 'warning',
    text: 'The {0} evidence for {1} is not in time: {2}.',
  },
  'evidence-changed': {
    severity: 'warning',
    text: '{0} changed since its SHA-256 was recorded. Look at what changed, and record it anew with Record SHA-256 of Evidence….',
  },
  'unknown-document': {
    severity: 'warning',
    text: 'No evidence document has the id "{0}" and the row has no location, so it does not count. Mend the id, or add the document.',
  },
  'repeated-document': {
    severity: 'warning',
    text: 'The document {0} stands on {1} already, which counts; this row does not. Keep one row for each document.',
  },
  'unknown-gap-maturity': {
    severity: 'warning',
    text: '"{0}" is no maturity level ({1}); the gap is taken for one of every level.',
  },

  // What inheritance requests claim
  'missing-weight-submitted': {
    severity: 'warning',
    text: 'The request was submitted without a weight. Enter the one that the provider was asked for.',
  },
  'over-claim-partial': {
    severity: 'error',
    text: 'By the matrix {0} can be inherited only in part, but the request {1}. Lower the weight to Azure’s part and mark it partial.',
  },
  'over-claim-none': {
    severity: 'error',
    text: 'By the matrix nothing of {0} can be inherited from Azure. Withdraw the request, and evidence it yourself.',
  },
  'over-claim-sum': {
    severity: 'error',
    text: 'The requests for {0} claim {1} % together, and 100 is all there is: {2}. Lower one of them.',
  },
  'request-not-in-scope': {
    severity: 'warning',
    text: '{0} is not in scope by the requirement list, so there is nothing to inherit for. Withdraw the request, or mend the list.',
  },
  'request-older-matrix': {
    severity: 'warning',
    text: 'The request was weighted by version {0} of the matrix, and the matrix in use is {1}. Look its weight up again.',
  },
  'under-claim': {
    severity: 'information',
    text: 'By the matrix all of {0} can be inherited, and the request leaves a part ({1}). That is fine where it has a reason: write it under justification.',
  },

  // Not applicable and carve-outs
  'missing-rationale': {
    severity: 'error',
    text: '{0} is marked n/a without a rationale, so it stays in scope. Write under rationale why nothing of it applies.',
  },
  'na-because-provider': {
    severity: 'error',
    text: '{0} is marked n/a because the provider does it. In an r2 that is no reason, so it stays in scope: what the provider does is inherited.',
  },
  'na-on-inheritable': {
    severity: 'error',
    text: '{0} is marked n/a, but by the matrix it is {1}, so it stays in scope. Inherit Azure’s part, or have the matrix looked at.',
  },
  'na-beside-scored': {
    severity: 'information',
    text: '{0} is marked n/a while others of {1} are scored ({2}). An assessor will ask what makes it different.',
  },
  'carve-out-in-r2': {
    severity: 'error',
    text: 'An r2 has no carve-outs, so {0} stays in scope. Inherit it, rely on a report, or test it.',
  },
  'carve-out-unknown': {
    severity: 'error',
    text: '{0} is marked carved-out, but no carve-out of the project file names it, so it stays in scope. Add it to the requirements of one under carveOuts.',
  },
  'carve-out-undescribed': {
    severity: 'error',
    text: '{0} stays in scope: the carve-out of {1} lacks {2} in the project file.',
  },
  'carve-out-partly-ours': {
    severity: 'error',
    text: '{0} cannot be carved out with {1}, so it stays in scope: by the matrix it is {2}, and what is not wholly the carved-out party’s is scored.',
  },
  'carve-out-not-in-list': {
    severity: 'warning',
    text: 'The carve-out of {0} names {1}, {2}. Mark it carved-out in the list, or take it out here.',
  },
  'carve-out-with-request': {
    severity: 'error',
    text: '{0} is carved out of the assessment, so nothing is inherited from it. Withdraw the request, or give the carve-out up.',
  },
  // Writing to a register
  'register-quotes': {
    severity: 'error',
    text: '{0} was not written to: a quotation mark opens on line {1} and does not close in its cell. Close it, or double it where it is part of the text, and try again.',
  },
  'register-lacks-column': {
    severity: 'error',
    text: '{0} was not written to: it has no column "{1}". Add that name to its headings, on line {2}, and try again.',
  },
  'register-encoding': {
    severity: 'error',
    text: '{0} was not written to: it is in {1}, which cannot hold the character "{2}". Save the file as UTF-8 and try again.',
  },
  'register-row-gone': {
    severity: 'error',
    text: '{0} was not written to: no row begins on line {1} any more. Look at the file, and try again.',
  },

  // The requirement list
  'control-in-list': {
    severity: 'warning',
    text: '{0} is a control. A requirement list names requirement statements, such as 1149.01c2System.9; the row is not used. Give each statement of the control a row.',
  },
  'control-against-id': {
    severity: 'warning',
    text: '"{0}" is not the control of {1}, which is {2}. The id counts; correct one of the two.',
  },
  'cvid-without-requirement': {
    severity: 'warning',
    text: 'The row has the CVID {0} and no requirement id, so it cannot be placed. Give the requirement id.',
  },
  'unknown-applicability': {
    severity: 'warning',
    text: '"{0}" does not say whether {1} applies ({2}), so it stays in scope.',
  },
  'unknown-domain': {
    severity: 'information',
    text: '"{0}" is none of the 19 assessment domains. For {1} the domain of its id, {2}, is taken.',
  },
  'repeated-requirement': {
    severity: 'warning',
    text: '{0} stands on line {1} already. The row on line {2} counts: the first that keeps it in scope, or else the first. Keep one row for each requirement.',
  },
  'requirement-in-several-lists': {
    severity: 'warning',
    text: '{0} is listed already ({1}). One row counts ({2}): the first that keeps it in scope, or else the first. Keep one row for each requirement.',
  },
  'list-without-id-column': {
    severity: 'error',
    text: 'No column of {0} holds requirement ids (BUIDs). Found: {1}.',
  },
  'several-applicability-columns': {
    severity: 'warning',
    text: 'More than one column could say whether a requirement applies: {0}. None was taken, so what is new stays in scope.',
  },
  'list-without-rows': {
    severity: 'error',
    text: 'No row of {0} names a requirement statement, such as 1149.01c2System.9.',
  },
  'unknown-cvid': {
    severity: 'warning',
    text: '"{0}" is no CVID, such as 0873.0; {1} is taken without it.',
  },
  'shifted-list-row': {
    severity: 'warning',
    text: 'The row of {0} has more cells than the {1} of the header, so which is which is not certain; only its id was taken. Put a cell that holds a comma in quotation marks.',
  },
  // The requirement list, the documents and the registers together
  'mentioned-not-listed': {
    severity: 'information',
    text: '{0} is not in the requirement list, so it is not in scope.',
  },
  'listed-not-mentioned': {
    severity: 'information',
    text: 'No scoping document mentions {0}, which has requirements in the list: {1}.',
  },
  'not-yet-mapped': {
    severity: 'information',
    text: 'Recorded for the whole of {0}, this is not yet mapped: give it a row for each requirement that it is for.',
  },
  'several-with-cvid': {
    severity: 'warning',
    text: 'Several requirements have the CVID {0}: {1}. The row does not count until it names one of them.',
  },
  'cvid-not-found': {
    severity: 'warning',
    text: 'No requirement has the CVID {0}, and the row names no other id; it does not count.',
  },
  'cvid-as-number': {
    severity: 'information',
    text: 'The CVID {0} is taken for {1} of {2}: the same number, written otherwise.',
  },
  'row-not-listed': {
    severity: 'information',
    text: 'This row counts for nothing: {0} is not in the requirement list.',
  },
  // Azure: the services in scope, and the results of Azure Policy
  'missing-service': {
    severity: 'warning',
    text: 'The row names no service; it is not used.',
  },
  'unknown-scope-mark': {
    severity: 'warning',
    text: '"{0}" does not say whether {1} is in the audit scope of {2} (x or yes; blank, - or no); it counts as not in scope.',
  },
  'repeated-service': {
    severity: 'information',
    text: '{0} stands on line {1} already; it is counted once.',
  },
  'disputed-service': {
    severity: 'warning',
    text: '{0} stands on line {1} already, with other marks. It counts as in scope only where all its rows say so: keep the one that is right.',
  },
  'policy-syntax': {
    severity: 'error',
    text: '{0} is no JSON, or was cut off here; nothing was read from it. Make it anew with the command of Copy the az Command….',
  },
  'policy-not-recognised': {
    severity: 'error',
    text: '{0} holds nothing that is known of Azure Policy: no states, no summary, no initiative, no metadata. Copy the az Command… gives commands that make such files.',
  },
  'policy-empty': {
    severity: 'warning',
    text: '{0} holds no results. Look whether the initiative is assigned in the subscription that was asked, and was evaluated since.',
  },
  'policy-unread': {
    severity: 'warning',
    text: 'Entries of {0} that lack what they cannot do without, such as a resource or a state: {1}. They were not used.',
  },
  'policy-next-page': {
    severity: 'warning',
    text: '{0} is one page of several: it says itself that another one follows. Name that one under azure.policyStates too.',
  },
  'policy-cut-off': {
    severity: 'warning',
    text: '{0} holds exactly {1} states, which looks like a limit. If it is one, ask again with a higher --top, or for one resource group at a time.',
  },
  'policy-unknown-state': {
    severity: 'warning',
    text: '"{0}" is no state of Azure Policy that is known here; it counts as unknown. Resources: {1}.',
  },
  'policy-without-group': {
    severity: 'information',
    text: 'States of policies without a group, and so of no requirement: {0}. They are not shown.',
  },
  'policy-control-group': {
    severity: 'information',
    text: 'Groups that name a whole control and no requirement: {0} (such as {1}). Their results are not shown.',
  },
  'policy-other-group': {
    severity: 'information',
    text: 'Groups that are no requirement of HITRUST CSF: {0} (such as {1}). Their results are not shown.',
  },

  // The project file
  'project-syntax': {
    severity: 'error',
    text: 'The project file is not valid JSON here: {0}.',
  },
  'unknown-key': {
    severity: 'warning',
    text: 'The project file has no key "{0}", so it means nothing here: {1}.',
  },
  'repeated-key': {
    severity: 'warning',
    text: 'The key "{0}" stands here again, and only the first one counts. Keep one of them.',
  },
  'contradicting-dates': {
    severity: 'error',
    text: '"{0}" ({1}) is after "{2}" ({3}); it is ignored. Mend the one that is wrong.',
  },
  'level-not-scored': {
    severity: 'information',
    text: 'An {0} scores implemented only, so {1} is not looked at.',
  },
  'no-documents': {
    severity: 'error',
    text: 'No scoping document was found with {0}. Check the folders and the wildcards.',
  },
  'matrix-named-twice': {
    severity: 'error',
    text: 'The project file names the matrix {0} more than once. It is read once, in the way that is named first; of a workbook, save another sheet as a file of its own.',
  },
  'unsafe-pattern': {
    severity: 'error',
    text: 'The pattern "{0}" is no regular expression, or one that could take for ever on some text, or it refers to its own groups; it is ignored. Write it without repetitions inside repetitions.',
  },
  'project-value': {
    severity: 'error',
    text: '"{0}" has to be {1}; it is ignored.',
  },

  // The sharing register
  'unknown-share-event': {
    severity: 'warning',
    text: '"{0}" is no event of a share, so the row does not count: {1}.',
  },
  'share-without-id': {
    severity: 'warning',
    text: 'The row does not say which copy it is about. Give it an id.',
  },
  'repeated-share': {
    severity: 'warning',
    text: '{0} was shared on line {1} already, and only that row counts. Each copy has an id of its own.',
  },
  'unknown-share': {
    severity: 'warning',
    text: 'No row says that {0} was shared, so nothing can have come back. Correct the id, or look for the row that is missing.',
  },
  'share-past-date': {
    severity: 'warning',
    text: 'The copy {0} that {1} holds was theirs until {2}. Have it returned or destroyed, and record that.',
  },
  'sharing-row-changed': {
    severity: 'error',
    text: 'The row is not as it was written: one of its values was changed since. Put back what stood there, from a backup or the version control.',
  },
  'sharing-row-without-hash': {
    severity: 'error',
    text: 'The row has no hash: it was put in by hand, or its hash was taken out. Rows are added by the commands, so that they can be verified.',
  },
  'sharing-row-doubled': {
    severity: 'error',
    text: 'The row is that of line {0} again. Take it out.',
  },
  'sharing-row-moved': {
    severity: 'error',
    text: 'The row is not where it was written: {0}. Put the rows back into their order.',
  },
  'sharing-row-missing': {
    severity: 'error',
    text: 'Before this row one or more are missing. Put them back, from a backup or the version control.',
  },
  'sharing-end-cut': {
    severity: 'error',
    text: 'Rows are missing at the end: the project file knows of {0}, and the last of them is not among the {1} that are here. Put them back, from a backup or the version control.',
  },
  'sharing-ahead': {
    severity: 'warning',
    text: 'From here on the project file does not know the rows ({0} more than its {1}), as after an interruption. If they are right, run Verify Sharing Register, which completes the project file.',
  },
  'sharing-count': {
    severity: 'error',
    text: 'The project file says "sharing.rows" is {0}, and up to its last hash there are {1}. Correct it there.',
  },
  'sharing-without-hashes': {
    severity: 'warning',
    text: 'No row has a hash, so it cannot be told whether anything was changed. Begin a new register for what is shared from now on, and keep this one beside it.',
  },
  'sharing-not-whole': {
    severity: 'error',
    text: '{1} Nothing was added to {0}.',
  },
  'sharing-register-gone': {
    severity: 'error',
    text: 'There is no sharing register {0}, and the project file knows of {1} rows in it. Put it back, from a backup or the version control.',
  },
  'sharing-no-hash-here': {
    severity: 'error',
    text: 'No SHA-256 can be told here, so nothing is added to {0}: this browser offers no cryptography.',
  },
  'share-not-allowed': {
    severity: 'error',
    text: '{0} Nothing was shared.',
  },
  'share-unfinished': {
    severity: 'warning',
    text: 'The share {0} to {1} was interrupted. Run Verify Sharing Register, which finishes it or takes it back; the next share does so too.',
  },
  'share-undecided': {
    severity: 'error',
    text: 'The share {0} to {1} was interrupted, and {2}. If that copy was given away, put it back in its place; if not, take "pending" out of "sharing" in the project file. Then run Verify Sharing Register.',
  },

  // Profiles
  'profile-field-alone': {
    severity: 'warning',
    text: '"{0}" shows nothing without "{1}". Name that too, or take it out.',
  },
  'profile-licensed-text': {
    severity: 'warning',
    text: '"{0}" is licensed, so a profile for outsiders removes it all the same. Write "remove".',
  },
  'profile-unknown-control': {
    severity: 'warning',
    text: '"{0}" is no control or category of HITRUST CSF, so the profile shows nothing for it. Write one such as 01.c or 09.',
  },
} as const satisfies Record<string, { readonly severity: Severity; readonly text: string }>;

export type ProblemCode = keyof typeof problemTable;

export const PROBLEM_CODES = /* @__PURE__ */ Object.keys(problemTable) as readonly ProblemCode[];

/** Where in a file: offsets, or the 1-based line of a table. */
export type Place = Span | { readonly line: number };

/** Another place that has to do with a problem. */
export interface RelatedPlace {
  readonly file: string;
  readonly at: Place;
}

/** Something wrong in one of the user's files. */
export interface Problem extends Message {
  readonly code: ProblemCode;
  /** The file's location, as `Files` knows it. */
  readonly file: string;
  /** Undefined where the whole file is meant. */
  readonly at?: Place;
  /** What else it is about. */
  readonly related?: readonly RelatedPlace[];
  /** Where it was set to another than that of its code. */
  readonly severity?: Severity;
}

export function problem(code: ProblemCode, file: string, at: Place | undefined, ...args: readonly Argument[]): Problem {
  return { code, file, args, ...(at && { at }) };
}

/** Information and hints are there to be read, and no reason to fail a pipeline. */
export function isFindingSeverity(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

export function severityOf({ code, severity }: Pick<Problem, 'code' | 'severity'>): Severity {
  return severity ?? problemTable[code].severity;
}

/** What tells a problem from the others of an assessment, however severe it is set to be. */
export function problemKey({ code, file, at }: Problem): string {
  return JSON.stringify([code, file, at]);
}
