import type { CalendarDate } from '../calendarDate';
import type { AssessmentType } from './maturity';

/** What a person said of a new assessment. */
export interface NewProject {
  readonly name?: string;
  readonly type?: AssessmentType;
  readonly submissionDate?: CalendarDate;
  /** The matrix's path, relative to the project file. */
  readonly matrix?: string;
  /** Globs. */
  readonly documents: readonly string[];
}

/**
 * The text of a new project file. What was not said stands in it as a comment, so that uncommenting the line is all that is
 * left to do; each line ends in a comma for that.
 */
export function newProjectText({ name, type, submissionDate, matrix, documents }: NewProject): string {
  return `{
  // One assessment and the files it is made from. Paths are relative to this file.
  ${entry('name', name, 'Patient Portal, r2 2027')}
  "assessment": {
    ${entry('type', type, 'r2')} // e1, i1 or r2
    // "kind": "validated", // or readiness, interim
    // "csfVersion": "11.2.0",
    // "fieldworkStart": "2027-02-15", // if not 90 days before submission
    ${entry('submissionDate', submissionDate, '2027-05-14')} // clocks run towards this day
  },

  // The shared-responsibility matrix: CSV or .xlsx
  ${entry('matrix', matrix, 'azure-srm.csv')}

  // The documents in which controls and requirements are named
  ${entry('documents', documents)}

  // The scope, from MyCSF's export; without it, the controls that the documents name
  // "requirements": "requirements.csv",

  // Registers; of these, evidence.csv and inheritance-requests.csv are read without being named
  // "evidence": "evidence.csv",
  // "evidenceDocuments": "documents.csv",
  // "requests": "inheritance-requests.csv",
  // "gaps": "gaps.csv",
}
`;
}

function entry(key: string, value: string | readonly string[] | undefined, example = ''): string {
  return value === undefined ? `// "${key}": ${JSON.stringify(example)},` : `"${key}": ${JSON.stringify(value)},`;
}
