/** What `--help` prints. */
export const HELP = `Usage: inheritance-scope COMMAND [OPTIONS] [FILE...]

Commands
  scan [--matrix FILE | --project FILE] DOCUMENT...      what each document references
  summary [--project FILE | --matrix FILE DOCUMENT...]   what is still open on everything in scope
  summary --merge FILE...                                the same of several assessments, from the JSON of their runs, or
                                                         from their exports as CSV or Excel
  explain ID [--project FILE | --matrix FILE DOCUMENT...]
                                                         how a control or requirement came by its status
  matrix FILE [--project FILE]                           how a matrix was read
  diff OLD NEW [--project FILE]                          what changed between two matrices, and what that touches
  check [--project FILE | --matrix FILE DOCUMENT...] [--format text|json|sarif] [--out FILE [--force]]
                                                         every problem, and everything that is open
  verify [--project FILE]                                whether the sharing register is as it was written
  export [--project FILE | --matrix FILE DOCUMENT...] [--format FORMAT] [--out FILE [--force]]
                                                         the summary as a file, with what a profile allows
  read FILE                                              what an export as CSV, Excel or JSON holds

Options
  --matrix FILE       the shared-responsibility matrix, a CSV file or a workbook (.xlsx)
  --project FILE      a project file, inheritance-scope.json; check takes the one of this folder without it
  --format FORMAT     text (the default) or json, for check also sarif; for export md, html, xlsx, csv,
                      csv-open-items, json, requests or oscal, if not told by FILE's name
  --out FILE          where export, and check as sarif, writes; to standard output without it, or with -
  --force             write over FILE where it is there already
  --merge             summary: add up what earlier runs printed with --format json
  --profile NAME      export: what the reader gets; internal (everything) without it
  --controls IDS      export: a part: controls, categories or requirements, such as 01.c,09
  --owner NAME        export: a part: what the requirement list gives to that owner
  --preview           export: tell what the profile leaves out, and write nothing
  --seal-to KEY       export: seal the file for a public key of age (repeatable)
  --seal-passphrase   export: seal it with a passphrase, the first line of standard input
  --today YYYY-MM-DD  the day to reckon from, instead of the clock's
  --help, --version

A copy for somebody outside is recorded in the sharing register. What it needs is set in the project file:
  --recipient NAME, --organization NAME, --contact TEXT
                      who gets it
  --purpose TEXT      client, partner, assessor, regulator, auditor, insurer or another one
  --agreement TEXT    the agreement it is shared under, such as an NDA: a reference or a file
  --consent TEXT, --consented YYYY-MM-DD
                      who consented to sharing it, and when
  --limitations TEXT  what the recipient may not do with it
  --expires YYYY-MM-DD
                      the last day on which it may be kept
  --by NAME           who records it

Exit status: 0 nothing to report (export: written), 1 findings, 2 it could not run.`;
