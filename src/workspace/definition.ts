import type { AssessmentType } from '../core/assessment/maturity';
import type { Project } from '../core/assessment/projectFile';
import type { Catalog } from '../core/csf/catalog';
import { readSubject } from '../core/csf/subject';
import type { MatrixSource } from '../core/matrix/matrix';
import type { Recorded } from '../core/navigation/records';
import type { SeveritySettings } from '../core/severities';
import type { Span } from '../core/span';
import type { Content, Role } from './content';
import type { Search } from './findFiles';
import { USUAL_REGISTERS } from './usualRegisters';

/** What an assessment is made from where its project file is silent, or where there is none. */
export interface Defaults {
  /** Like the globs relative to the assessment's folder. */
  readonly matrix?: string;
  /** Globs. */
  readonly documents: readonly string[];
  readonly type?: AssessmentType;
  readonly problems?: SeveritySettings;
}

/** Where an assessment is defined: by a project file, or by settings for a folder. */
export interface AssessmentSource {
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly projectFile?: string;
  readonly defaults: Defaults;
  /** The locations of its documents, where they were named one by one instead of by globs. */
  readonly documents?: readonly string[];
  /** Folders of other assessments inside its own: their documents are theirs. */
  readonly innerFolders?: readonly string[];
}

/** What an assessment is made from: what its project file says and, where that is silent, the defaults. */
export interface Definition {
  /** The project file or, without one, the folder. */
  readonly file: string;
  readonly project: Project;
  /** Where the texts of the project file stand in it. */
  readonly places: ReadonlyMap<string, Span>;
  readonly matrices: readonly MatrixSource[];
  /** What its documents are found by. */
  readonly search: Search;
}

/** A file as the project or the settings name it. */
interface NamedFile {
  readonly role: Role;
  readonly path: string;
}

const EMPTY_PROJECT: Project = { maturity: [], matrices: [] };
const NO_PLACES: Definition['places'] = new Map();

/** @param content what was read of the project file, if there is one */
export function definitionOf(source: AssessmentSource, content: Partial<Content> = {}): Definition {
  const { folder, projectFile, defaults, innerFolders = [] } = source;
  const { project = EMPTY_PROJECT, places = NO_PLACES } = content;
  const usual = defaults.matrix === undefined ? [] : [{ path: defaults.matrix }];
  return {
    file: projectFile ?? folder,
    project,
    places,
    matrices: project.matrices.length > 0 ? project.matrices : usual,
    search: { folder, globs: project.documents ?? defaults.documents, exclude: innerFolders },
  };
}

/** All files but the documents, in the order in which they are read. Registers that nobody names have their usual names. */
export function namedFiles(
  { documents, projectFile }: AssessmentSource,
  { project, matrices }: Definition,
): readonly NamedFile[] {
  // Who names each file on a command line names these too.
  const usual = (path: string): readonly string[] => (documents && !projectFile ? [] : [path]);
  const beside = (path: string): readonly string[] => (projectFile === undefined ? [] : [path]);
  const byRole = [
    ['matrix', matrices.map(({ path }) => path)],
    ['requirements', project.requirements ?? []],
    ['evidenceDocuments', project.evidenceDocuments ?? beside(USUAL_REGISTERS.evidenceDocuments)],
    ['evidence', project.evidence ?? usual(USUAL_REGISTERS.evidence)],
    ['requests', project.requests ?? usual(USUAL_REGISTERS.requests)],
    ['gaps', project.gaps ?? beside(USUAL_REGISTERS.gaps)],
    ['sharing', project.sharing?.register ?? beside(USUAL_REGISTERS.sharing)],
    ['services', project.azure?.servicesInScope ?? []],
    ['policy', project.azure?.policyStates ?? []],
  ] as const;
  return byRole.flatMap(([role, paths]) => [paths].flat().map((path) => ({ role, path })));
}

/** The ids under `carveOuts`, at their places in the project file. */
export function carvedOut({ file, project, places }: Definition, catalog: Catalog): readonly Recorded[] {
  const { carveOuts = [] } = project;
  return carveOuts.flatMap(({ requirements }) =>
    requirements.flatMap((written) => {
      const subject = readSubject(written, catalog);
      const at = places.get(written);
      return typeof subject === 'string' || !at ? [] : [{ file, at, ...subject }];
    }),
  );
}
