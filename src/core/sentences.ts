/**
 * What core says besides problems (`problems.ts`): words for the field's terms, open items and the reasons behind them.
 * The rule numbers are those of README, "The rules behind a verdict".
 */
export const sentences = {
  // Words
  customer: "Customer",
  shared: "Shared",
  "shared-elements": "Shared ({0} of {1} elements inheritable)",
  azure: "Azure",
  mixed: "Varies by requirement",
  unknown: "Unknown",
  policy: "policy",
  procedure: "procedure",
  implemented: "implemented",
  measured: "measured",
  managed: "managed",

  // Statuses. Without a requirement list nothing is called complete (rule 1).
  "status-not-applicable": "Not applicable",
  "status-unknown": "Responsibility unknown",
  "status-needs-evidence": "Needs evidence",
  "status-coverage-needed": "Coverage needed",
  "status-awaiting-approval": "Awaiting approval",
  "status-inherited": "Inherited",
  "status-complete": "Nothing recorded as open",
  "status-complete-listed": "Complete",

  // Headlines: who is responsible, then what is open
  "count-azure": "{0} azure",
  "count-shared": "{0} shared",
  "count-customer": "{0} customer",
  "count-mixed": "{0} varying",
  "count-unknown": "{0} unknown",
  list: "{0}",
  text: "{0}",
  "headline-controls": "{0} controls",
  "headline-open-of": "{0} of {1} with open items",
  "headline-not-in-matrix": "Not in the matrix",
  "headline-no-matrix": "No matrix was read",
  "headline-unknown": "responsibility unknown",
  "headline-unknown-for": "responsibility unknown for {0} of {1} requirements",
  "headline-coverage-needed": "coverage needed",
  "headline-coverage-needed-for": "coverage needed for {0} of {1} requirements",
  "headline-awaiting-approval": "awaiting approval of inheritance requests",
  "headline-awaiting-approval-for":
    "awaiting approval for {0} of {1} requirements",
  "headline-service-out-of-scope": "services outside the audit scope",
  "headline-service-out-of-scope-for":
    "services outside the audit scope for {0} of {1} requirements",
  "headline-not-listed": "not in the requirement list",
  "headline-complete": "complete",
  "headline-inherited": "inherited",
  "headline-nothing-open": "nothing recorded as open",

  // The matrix in the editor
  "row-element": "this element: {0}",
  "row-not-counted": "not counted: its requirements have rows of their own",
  "row-other-version": "not counted: a row of another CSF version",
  "row-referenced-one": "referenced in 1 document",
  "row-referenced": "referenced in {0} documents",
  "row-not-referenced": "not referenced",
  "row-of-assessment": "{0}: {1}",
  "not-in-scope": "in no scoping document",
  places: "{0} places",
  "matrix-changed":
    "The matrix {0} changed: {1} entries changed, {2} added, {3} removed.",
  "matrix-changed-one":
    "The matrix {0} changed: 1 entry changed, {1} added, {2} removed.",

  // Open items, and why they are open
  "needs-evidence": "needs {0} evidence",
  "needs-evidence-for": "needs {0} evidence for {1} of {2} requirements",
  "needs-evidence-because": "needs {0} evidence: {1}",
  "needs-evidence-because-for":
    "needs {0} evidence for {2} of {3} requirements: {1}",
  "late-evidence": "{0} evidence is not in time: {1}",
  "late-evidence-for":
    "{0} evidence is not in time for {2} of {3} requirements: {1}",
  "coverage-needed": "coverage needed: {0}",
  "coverage-needed-for": "coverage needed for {1} of {2} requirements: {0}",
  "service-out-of-scope":
    "coverage needed for {0}, which is outside the provider’s audit scope",
  "service-out-of-scope-for":
    "coverage needed for {0}, which is outside the provider’s audit scope, for {1} of {2} requirements",
  "awaiting-approval": "awaiting approval of the inheritance request",
  "awaiting-approval-for":
    "awaiting approval of inheritance requests for {0} of {1} requirements",
  "awaiting-approval-since":
    "awaiting approval of the inheritance request, {0}",
  "awaiting-approval-since-for":
    "awaiting approval of inheritance requests, {0}, for {1} of {2} requirements",
  "request-none": "no inheritance request",
  "request-zero": "the inheritance request was approved at a weight of 0",
  "request-planned": "the inheritance request is planned",
  "request-created": "the inheritance request is not yet submitted",
  "request-rejected": "the inheritance request was rejected",
  "request-withdrawn": "the inheritance request was withdrawn",
  "request-applied":
    "the request is marked applied, but only internal inheritance takes effect without approval",
  "not-in-matrix": "not in the matrix",
  "no-matrix": "no matrix was read",
  "not-inheritable": "by the matrix none of it can be inherited",
  "value-unknown":
    "the matrix does not say who is responsible in words that are known",
  "value-disputed": "the matrix contradicts itself",
  "value-varies-by-version":
    "the CSF versions in the matrix differ; name the assessment’s version in the project file",
  "unknown-because": "responsibility unknown: {0}",
  "unknown-for": "responsibility unknown for {1} of {2} requirements: {0}",

  "why-evidence-customer":
    "Rule 3: what is the customer’s own is evidenced at every maturity level that is scored.",
  "why-evidence-shared":
    "Rule 3: of what is shared, the customer’s part is evidenced at every maturity level that is scored.",
  "why-evidence-unknown":
    "Rule 3: as long as the responsibility is unknown, the customer’s evidence is asked for.",
  "why-evidence-part":
    "Rule 3: the approved request leaves the customer a part (a weight under 100, or partial), which is evidenced.",
  "why-evidence-mixed":
    "Rule 3: the requirements that are the customer’s, shared or unknown are evidenced at every maturity level that is scored.",
  "why-coverage":
    "Rule 6: Azure’s part counts only once an inheritance request for it is approved.",
  "why-certification":
    "Rule 6: inheritance holds only while the provider’s certification covers the day of submission.",
  "why-service":
    "Rule 6: a service in use outside the provider’s audit scope is a third party without coverage.",
  "not-applicable": "not applicable",
  "certification-expires": "{0} expires on {1}, before the submission on {2}",
  "certification-letter": "the provider’s certification",
  "why-unknown":
    "Rule 8: without a responsibility nothing is inherited and nothing is closed.",

  // Clocks, and why evidence is not used
  "clock-testable-from": "{0} is testable only from {1}",
  "clock-testable-late":
    "{0} is testable only from {1}, after submission on {2}",
  "clock-becomes-testable": "{0} becomes testable",
  "clock-in-place-undated":
    "{0} does not say since when it is in place (effective_from or approved_on), so that is not checked",
  "clock-review-overdue": "the review of {0} is overdue: it was due on {1}",
  "clock-review-late":
    "the review of {0} will be overdue at submission on {2}: it is due on {1}",
  "clock-review-due": "the review of {0} is due",
  "clock-review-undated":
    "{0} names no review or approval up to submission, so its review cycle is not checked",
  "clock-captured-early":
    "{0} was captured on {1}, before fieldwork starts on {2}: capture it again",
  "clock-captured-late": "{0} is captured on {1}, after submission on {2}",
  "clock-capture-undated":
    "{0} does not say when it was captured (captured_on), so that is not checked",
  "clock-date-to-come": "{0} gives {2} as {1}, a day that is yet to come",
  "clock-type-missing":
    "the type of {0} is not given, so its age is not checked",
  "clock-gap-open":
    "gap {0} is open: it names no day on which it was fixed (fixed_on)",
  "clock-control-of-gap": "the control of gap {0}",
  "why-clock-in-place":
    "Rule 5: a policy or procedure has been in place for {0} days before it is tested (clocks.inPlaceDays; HITRUST advisory HAA 2021-002 says {1}).",
  "why-clock-review":
    "Rule 5: a policy or procedure is reviewed every {0} months, up to submission (clocks.reviewMonths; the cycle is the organisation’s own, {1} unless it is set).",
  "why-clock-captured":
    "Rule 5: what shows one point in time is captured from {0}, when fieldwork starts, to submission on {1}, both days included (HITRUST’s rules; where assessment.fieldworkStart is not given, fieldwork starts {2} days before submission: clocks.fieldworkDays).",
  "why-clock-extracted":
    "Rule 5: a population, sample or report is captured from {0}, when fieldwork starts, to submission on {1}, both days included; the period that it covers may be older (HITRUST’s rules; where assessment.fieldworkStart is not given, fieldwork starts {2} days before submission: clocks.fieldworkDays).",
  "why-clock-operation":
    "Rule 5: a new or remediated control has run for {0} days before it is tested (clocks.operationDays; HITRUST’s rules say {1}).",
  "why-clock-type":
    "Rule 5: the type of a document tells which clock it is read by.",
  "evidence-requested": "{0} is requested, not yet collected",
  "evidence-rejected": "{0} was rejected",
  "evidence-untitled": "the document",

  // Cells that are no dates
  "date-two-days": "it could be {0} or {1}",
  "date-other-order": "it seems to be {0} in another form",
  "date-no-day": "no day of the calendar can be read from it",
  // Inheritance requests
  "claim-full": "asks for all of it (a weight of 100)",
  "claim-not-partial": "is not marked partial",
  "claim-full-not-partial":
    "asks for all of it (a weight of 100) and is not marked partial",
  "claim-weight": "a weight of {0}",
  "claim-partial": "marked partial",
  "claim-of": "{0} {1} % ({2})",
  "claim-internal": "internal",
  "request-age": "submitted {0} days ago",
  "request-age-one": "submitted 1 day ago",
  "request-age-none": "submitted today",
  "request-age-negative": "submitted on {0}, which is still to come",

  // What is not applicable or carved out
  "why-listed": "Rule 1: the requirement list has it in scope.",
  "why-removed": "Rule 1: the requirement list says that it was removed.",
  "why-not-applicable":
    "Rule 7: marked n/a with a rationale, which the report will print (HITRUST’s Assessment Handbook).",
  "why-not-applicable-in-error":
    "Rule 7: an n/a in error does not count (HITRUST’s Assessment Handbook: it takes a rationale, and that the provider does it is none).",
  "why-carved-out":
    "Rule 7: carved out with {0}, which the organisation overview describes (HITRUST’s Assessment Handbook, 7.3).",
  "why-carved-out-in-error":
    "Rule 7: a carve-out in error does not count (HITRUST’s Assessment Handbook, 7.3: never in an r2, a whole party, described, with a rationale; what is partly yours is scored).",
  "carve-out-described-in": "where it is described (describedIn)",
  "carve-out-rationale": "a rationale",
  "carve-out-not-listed": "which is not on the requirement list",
  "carve-out-listed-otherwise":
    "which the requirement list does not mark carved-out",
  // Azure Policy, beside a requirement. "A partial view of compliance" stands wherever results do.
  "azure-policy": "Azure Policy (a partial view of compliance): {0}",
  "azure-policy-dated":
    "Azure Policy (a partial view of compliance, as of {0}): {1}",
  "azure-policy-no-results": "no results were read",
  "azure-policy-compliant": "{0} compliant",
  "azure-policy-non-compliant": "{0} non-compliant",
  "azure-policy-exempt": "{0} exempt",
  "azure-policy-unknown": "{0} unknown",
  "azure-policy-non-compliant-only":
    "{0} non-compliant (the summary tells no other states)",
  "azure-policy-no-policy": "Azure Policy has no policy for it.",
  "azure-policy-manual-only":
    "Azure Policy looks at nothing here by itself: all of its policies ({0}) are manual.",
  "azure-policy-kinds": "Azure Policy: {0} automatic and {1} manual policies",
  "azure-policy-untold": "{0}; of {1} more it is not told which they are",
  "azure-policy-kinds-built-in":
    "{0} (counted in the built-in initiative HITRUST/HIPAA 14.13.0)",
  "azure-policy-kinds-states": "{0} (those that have results)",
  "azure-policy-summary-only":
    "Counted by Azure: summaries name no resources and cannot be put together.",
  "azure-policy-assignments":
    "Added up over {0} assignments: a resource that is under more than one of them is counted more than once.",
  "azure-policy-passed-over": "Not counted, for other results go before: {0}",
  "azure-policy-owner":
    "owner in Azure Policy metadata (not inheritability): {0}",

  // The exported summary
  "report-title": "Scoping summary: {0}",
  "report-date": "Date: {0}",
  "report-matrix": "Matrix: {0}",
  "report-matrix-entries": "{0} ({1} entries)",
  "report-no-matrix": "Matrix: none was read",
  "report-sha256": "SHA-256 of {0}: {1}",
  "report-sha256-missing":
    "not known, because this browser offers no cryptography here",
  "report-basis-documents":
    "Scope: the controls that the scoping documents mention. Without a requirement list no control is called complete.",
  "report-basis-requirements":
    "Scope: the requirement statements of the requirement list.",
  "report-adequacy":
    "This tells what is recorded. Whether it is adequate is the assessor’s judgement.",
  "report-tool": "Made with: Azure Inheritance Scope {0}",
  "report-totals": "Totals",
  "report-controls-in-scope": "Controls in scope: {0}",
  "report-requirements-in-scope": "Requirements in scope: {0}, of {1} controls",
  "report-open": "Open",
  "report-all": "All controls in scope",
  "report-unresolved": "Ids that could not be resolved",
  "report-none": "None.",
  "report-problems": "What could not be read, or does not count",
  "report-evidence": "Evidence that counts",
  "head-name": "Assessment",
  "head-date": "Date",
  "head-basis": "Basis of scope",
  "head-note": "Note",
  "head-matrix": "Matrix",
  "head-entries": "Entries",
  "head-preamble": "The matrix says of itself",
  "record-control": "Control",
  "record-open": "Open item",
  "record-evidence": "Evidence",
  "record-reference": "Reference",
  "record-unresolved": "Unresolved id",
  "record-problem": "Problem",
  "format-md": "to read and to hand over",
  "format-csv": "for a spreadsheet",
  "format-json": "for programs",
  "matrix-preamble": "The matrix says of itself: {0}",
  "section-needs-evidence": "Controls that still need evidence",
  "section-problems": "What could not be read or resolved",
  "action-export": "Export Summary…",
  "action-save-comparison": "Save Comparison…",
  "action-swap": "Swap Older and Newer",
  "action-load-matrix": "Load Matrix…",
  "column-control": "Control",
  "column-controls": "Controls",
  "column-responsibility": "Responsibility",
  "column-status": "Status",
  "column-open": "Open",
  "column-evidence": "Evidence",
  "column-references": "Referenced in",
  "column-place": "Where",
  "column-text": "Text",
  "column-reason": "Why",
  "column-record": "Row",
  "column-title": "Title",
  "column-maturity": "Maturity level",
  "column-requirements": "Requirements",
  "column-file": "File",
  "column-line": "Line",
  "column-column": "Column",
  "column-location": "Location",
  "column-recorded": "Recorded in",
  "column-message": "What",

  // The comparison of two matrices
  "change-lowered": "Lowered",
  "change-raised": "Raised",
  "change-unclear": "No longer known",
  "change-clarified": "Now known",
  "change-removed": "Removed",
  "change-added": "Added",
  "change-regrained": "Moved between control and requirement",
  "change-reworded": "Reworded",
  "change-renamed": "Other id",
  "means-lowered": "Less of it is Azure’s, or can be inherited, than before.",
  "means-raised": "More of it is Azure’s, or can be inherited, than before.",
  "means-unclear":
    "The newer matrix does not say clearly who is responsible, or what can be inherited.",
  "means-clarified":
    "The older matrix did not say clearly who is responsible, or what can be inherited.",
  "means-removed": "Not in the newer matrix.",
  "means-added": "Not in the older matrix.",
  "means-regrained":
    "A control with a row of its own has a row for each requirement now, or the other way round. Its evidence and requests may have to move.",
  "means-reworded":
    "The words or the elements changed, and the responsibility did not. Words in bold are new.",
  "means-renamed":
    "The same requirement under another id, told by its CVID, or under another CVID.",
  "told-lowered": "{0} is lowered ({1} → {2})",
  "told-raised": "{0} is raised ({1} → {2})",
  "told-unclear": "{0} is no longer known ({1} → {2})",
  "told-clarified": "{0} is now known ({1} → {2})",
  "told-removed": "{0} is removed (it was: {1})",
  "told-added": "{0} is added ({2})",
  "told-regrained-finer":
    "{0} has rows by requirement now in place of its own ({1} → {2})",
  "told-regrained-coarser":
    "{0} has a row of its own now in place of rows by requirement ({1} → {2})",
  "told-reworded": "{0} is reworded ({2})",
  "told-renamed": "{0} has another id or CVID ({2})",
  "told-more": "and {0} more",
  "from-to": "{0} → {1}",
  "unknown-with": "Unknown ({0})",
  "mixed-counts": "Varies by requirement ({0})",
  "responsibility-and": "{0}, {1}",
  "inheritable-none": "not inheritable",
  "inheritable-partial": "partially inheritable",
  "inheritable-full": "fully inheritable",
  "words-customerText": "Customer",
  "words-providerText": "Azure",
  "words-element": "Elements",
  "words-cvid": "CVID",
  "words-part": "{0}: {1}",
  "words-other": "Single rows changed sides.",
  "words-requirements": "Requirements: {0}",
  "former-id-cvid": "Formerly {0}, the same CVID",
  "former-id-cvid-number": "Formerly {0}, the same CVID as a number",
  "not-compared-customerText":
    "Only one of the two has texts for the customer: they are not compared.",
  "not-compared-providerText":
    "Only one of the two has texts for Azure: they are not compared.",
  "not-compared-element":
    "Only one of the two has rows for evaluative elements: where it has, words and elements are not compared.",
  "not-compared-cvid":
    "Only one of the two has CVIDs: a requirement whose id changed cannot be told from one removed and one added.",
  "comparison-title": "What the newer matrix changes: {0}",
  "comparison-older": "Older: {0}",
  "comparison-newer": "Newer: {0}",
  "comparison-own-older":
    "Taken for the older one: {0}, because the assessment uses it.",
  "comparison-own-newer":
    "Taken for the newer one: {0}, which the assessment uses.",
  "comparison-live":
    "As long as this page is open, the Problems panel lists these places too, as information. No file was changed.",
  "comparison-next":
    "To go on with the newer matrix, run Load Matrix… and choose it.",
  "comparison-same": "Nothing changed between the two.",
  "comparison-short": "In short",
  "comparison-about": "About this comparison",
  "comparison-count": "Changes: {0}.",
  "comparison-counts":
    "Changes: {0}. Touching your files: {1}. Leaving something newly open: {2}.",
  "comparison-newly-open": "What is newly open",
  "comparison-newly-open-why":
    "With the newer matrix, and the same documents, evidence and requests, this has to be done in addition.",
  "comparison-no-longer-open": "What is no longer open",
  "comparison-by-file": "What to look at in your files",
  "comparison-all": "All changes",
  "comparison-kind": "{0} ({1})",
  "touches-evidence": "Evidence: {0}",
  "touches-request": "Requests: {0}",
  "touches-none": "Nothing of yours",
  "what-reference": "Reference",
  "what-evidence": "Evidence",
  "what-request": "Inheritance request",
  "touch-reference": "{0}",
  "touch-evidence": "Evidence: {0}",
  "touch-request": "Inheritance request: {0}",
  "record-change": "Change",
  "record-newly-open": "Newly open",
  "record-no-longer-open": "No longer open",
  "record-touch": "Touches",
  "head-older": "Older matrix",
  "head-newer": "Newer matrix",
  "column-change": "Change",
  "column-requirement": "Requirement",
  "column-old": "Before",
  "column-new": "Now",
  "column-subject": "Control, requirement",
  "column-from-to": "Before → now",
  "column-words": "What is said otherwise",
  "column-touches": "Touches",
  "column-number": "Changes",
  "column-touching": "Touching your files",
  "column-opening": "Newly open",
  "column-meaning": "What it means",
  "column-former": "Former id",

  // How a matrix was read
  "reading-title": "How {0} was read",
  "reading-format": "File",
  "reading-csv": "text (CSV), {0}, cells separated by {1}",
  "reading-xlsx": 'workbook, sheet "{0}"',
  "reading-other-sheets": "Sheets that were not read",
  "delimiter-comma": "comma",
  "delimiter-semicolon": "semicolon",
  "delimiter-tab": "tab",
  "delimiter-pipe": "vertical bar",
  "reading-header": "Headings",
  "reading-no-header": "none: the first row is one of the table",
  "reading-preamble": "Above the headings",
  "reading-rows": "Rows below",
  "reading-rows-counts":
    "{0}: {1} used, {2} repeated word for word, {3} not used",
  "reading-grain": "A row is for",
  "reading-by-element": "an evaluative element ({0})",
  "reading-by-requirement": "a requirement ({0})",
  "reading-by-control": "a whole control ({0})",
  "reading-versions": "CSF versions",
  "reading-version": "{0} ({1} rows)",
  "reading-columns": "What each column was taken for",
  "reading-column-number": "No.",
  "reading-column-heading": "Heading",
  "reading-column-meaning": "Taken for",
  "reading-not-read": "not used",
  "reading-not-sure": "not used; could be {0}",
  "reading-asked": "not certain: Map Matrix Columns… asks you",
  "meaning-id": "the id of the requirement or control",
  "meaning-control": "the control, where the id is blank",
  "meaning-cvid": "the CVID, which joins CSF versions",
  "meaning-element": "the evaluative element",
  "meaning-csfVersion": "the CSF version",
  "meaning-responsibility": "who is responsible",
  "meaning-inheritability": "what can be inherited",
  "meaning-customer": "marked where it is the customer’s",
  "meaning-shared": "marked where it is shared",
  "meaning-azure": "marked where it is Azure’s",
  "meaning-customerText": "the customer’s part, in words",
  "meaning-providerText": "Azure’s part, in words",
  "ground-project": "the project file says so",
  "ground-heading": "its heading says so",
  "ground-contents": "told by what stands in it",
  "reading-values": "What its values were taken for",
  "reading-value-column": "Column",
  "reading-value": "Value",
  "reading-value-count": "Rows",
  "reading-value-means": "Taken for",
  "reading-value-unknown": "nothing: it is not known what this means",
  "reading-more-values": "and {0} more",
  "reading-result": "What it comes to",
  "reading-units": "Requirements, and controls without any: {0}",
  "reading-problems": "Problems ({0})",
  "reading-severity": "Severity",
  "reading-more": "and {0} more, in the Problems panel",

  // What an import of the requirement list would do
  "import-title": "What importing {0} would do",
  "import-not-yet": "Nothing was written yet.",
  "import-counts":
    "{0} requirements added, {1} removed, {2} with another id, {3} unchanged",
  "import-rows":
    "Rows of the export: {0}, of which {1} name a requirement, {2} repeat one, and {3} are not used",
  "import-sheet": "Sheet: {0}",
  "import-target": "Written to: {0}",
  "import-kept":
    "What you wrote stays: applicability, rationale, owner, due date, note, other columns and the order. A requirement that is gone is marked as removed and not deleted.",
  "import-left": "{0} has no columns for these, which are not written: {1}",
  "import-orphans":
    "Rows of evidence and requests whose requirement is not listed: {0}",
  "import-columns": "What was read",
  "import-not-stored":
    "No other column is stored, and of the statements no word.",
  "list-meaning-id": "the id of the requirement",
  "list-meaning-cvid": "the CVID",
  "list-meaning-control": "the control, compared with the id",
  "list-meaning-domain": "the assessment domain",
  "list-meaning-csfVersion": "the CSF version",
  "list-meaning-applicability": "whether it applies",
  "list-meaning-core": "whether it is part of the core",
  "import-added": "Added ({0})",
  "import-returned": "Back after they were removed ({0})",
  "import-removed": "Removed ({0})",
  "import-renumbered": "With another id ({0})",
  "import-cvid": "the same CVID, {0}",
  "import-cvid-number": "the same CVID as a number, {0}",
  "import-contested": "Said otherwise by the export: whether it applies ({0})",
  "import-yours": "Your list, which stays",
  "import-exports": "The export",
  "import-orphaned-evidence": "Evidence whose requirement is not listed ({0})",
  "import-orphaned-requests": "Requests whose requirement is not listed ({0})",
  "import-now": "Its id now",
  "import-problems": "What could not be read right ({0})",

  // The hover
  "hover-domain": "Assessment domain {0}",
  "hover-unsure-title": "This title comes from a weak source.",
  "hover-customer-text": "Customer:",
  "hover-provider-text": "Azure:",
  "rollup-elements":
    "{0}: {1} of its {2} elements can be inherited at least in part, which makes it {3}.",
  "rollup-joined": "{0} is joined by its CVID with {1} of other CSF versions.",
  "hover-more": "and {0} more requirements",
  "hover-summary": "Open in the summary",

  // The summary's page
  "summary-filter": "Filter",
  "summary-filter-text": "Id, title or document",
  "summary-filter-clear": "Clear Filter",
  "summary-filter-nothing": "No control matches the filter.",
  "summary-count-of": "{0} of {1} controls",
  "summary-section-count": "{0} ({1})",
  "summary-section-count-of": "{0} ({1} of {2})",
  "summary-matrix-row": "Matrix row",
  "summary-matrix-rows": "Matrix rows: {0}",

  // What keeps a project file from being JSON
  "syntax-key": "a key in quotation marks, or the closing brace, is expected",
  "syntax-colon": "a colon is expected",
  "syntax-comma": "a comma is expected",
  "syntax-value": "a value is expected",
  "syntax-close": "a closing brace or bracket is missing",
  "syntax-string": "a text does not end",
  "syntax-other": "this character does not belong here",

  // Places, and what a key of the project file has to be
  "place-line": "line {0}",
  "place-file-line": "{0}, line {1}",
  "expected-object": "an object",
  "expected-text": "a text",
  "expected-one-of": "one of {0}",
  "expected-list-of": "a list of {0}",
  "expected-matrix": "a path, or an object with a path, or a list of those",
  "expected-path": "a path",
  "expected-paths": "a path, or a list of paths",
  "expected-date":
    "a day that exists, written YYYY-MM-DD such as 2027-05-14 (03/04/2027 is the third of April to one and the fourth of March to another)",
  "expected-days": "a whole number of days from {0} to {1}",
  "expected-months": "a whole number of months from {0} to {1}",
  "expected-services":
    "a list of services, as the provider’s letter calls them",
  "expected-requirements": "a requirement id, or a list of them",
  "expected-carve-out": "an object with a party",
  "expected-carve-outs": "a list of objects, each with a party",
  "check-spelling": "check its spelling",
  "nearest-key": 'perhaps "{0}" is meant',
  "expected-row": "the number of a line, from 1",
  "expected-columns": "an object of headings, with keys among {0}",
  "expected-values": "an object of values, each customer, shared or azure",

  // Why a file cannot be read
  "reason-no-permission": "permission is denied",
  "reason-is-folder": "it is a folder",
  "reason-other": "the system gave an error",

  // Assumptions that are said beside the figures
  "version-taken":
    "The matrix has rows of CSF {0}. Those of the assessment’s version were taken; others only where they agree by CVID.",
  "versions-together":
    "The matrix has rows of CSF {0}, and the project file does not say which version this assessment is of (assessment.csfVersion), or it is none of those.",
  "assumed-fieldwork":
    "The project file does not say when fieldwork starts: {0} is taken, {1} days before submission.",
  "no-submission-date":
    "No submission date is given (assessment.submissionDate), so no dates of evidence are checked.",
  "no-services":
    "The services in use are not recorded (azure.services), or not which are in the provider’s audit scope (azure.servicesInScope): that is not checked.",
  "no-certification":
    "The provider’s certification is not recorded (azure.certification.expires): whether it covers the submission is not checked.",
  "service-not-audited":
    "{0} is in use, and the provider’s audit of this cloud does not cover it",
  "service-not-listed":
    "{0} is in use, and the list of services in scope does not name it",
  "assumed-type": "No assessment type is given: an {0} is assumed.",
} as const;

export type SentenceCode = keyof typeof sentences;
