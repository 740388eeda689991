import { corrupt, MAX_PARTS, MAX_SHEETS, WorkbookError } from './limits';
import { type Pause, readXml } from './xml';
import type { Archive } from './zip';

/** Where the parts of a workbook are in its archive. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly part: string }[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly hasDateSystem1904: boolean;
}

/**
 * Finds the parts of a workbook: which is which is told by relationships, never by names (ECMA-376 part 2, 6.5). Sheets of
 * charts and dialogs have no rows and are left out.
 *
 * @throws {WorkbookError}
 */
export async function findParts(archive: Archive, pause?: Pause): Promise<WorkbookParts> {
  // An archive of something else, such as an OpenDocument workbook.
  if (!archive.has('[Content_Types].xml')) throw new WorkbookError('workbook-other-kind');
  const root = (await readRelationships(archive, '', pause)).find(({ type }) => type === 'officeDocument')?.part;
  // `.xlsb` has the same parts in a binary form.
  if (root === undefined || root.endsWith('.bin')) throw new WorkbookError('workbook-other-kind');
  const listed: { readonly name: string; readonly isHidden: boolean; readonly id: string }[] = [];
  let hasDateSystem1904 = false;
  let isRoot = true;
  await readXml(
    archive.read(root),
    {
      open: (name, attribute) => {
        if (isRoot && name !== 'workbook') throw new WorkbookError('workbook-other-kind');
        isRoot = false;
        if (name === 'workbookPr') hasDateSystem1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
        if (name !== 'sheet') return;
        const state = attribute('state') ?? 'visible';
        listed.push({ name: attribute('name') ?? '', isHidden: state !== 'visible', id: attribute('*:id') ?? '' });
        if (listed.length > MAX_SHEETS) throw new WorkbookError('workbook-too-large');
      },
    },
    pause,
  );
  const relationships = await readRelationships(archive, root, pause);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets = listed.flatMap(({ name, isHidden, id }) => {
    const target = byId.get(id);
    if (!target) throw corrupt(`sheet ${name}`);
    return target.type === 'worksheet' ? [{ name, isHidden, part: target.part }] : [];
  });
  const partOf = (wanted: string): string | undefined => relationships.find(({ type }) => type === wanted)?.part;
  const [sharedStrings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheets,
    ...(sharedStrings !== undefined && { sharedStrings }),
    ...(styles !== undefined && { styles }),
    hasDateSystem1904,
  };
}

interface Relationship {
  readonly id: string;
  /** The last word of its address, which is the same in transitional and in strict workbooks. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to inside the archive; of the archive itself, where `part` is empty. */
async function readRelationships(archive: Archive, part: string, pause?: Pause): Promise<readonly Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relationships: Relationship[] = [];
  if (!archive.has(list)) return relationships;
  await readXml(
    archive.read(list),
    {
      open: (name, attribute) => {
        if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
        const type = (attribute('Type') ?? '').split('/').at(-1) ?? '';
        relationships.push({ id: attribute('Id') ?? '', type, part: resolve(folder, attribute('Target') ?? '') });
        if (relationships.length > MAX_PARTS) throw new WorkbookError('workbook-too-large');
      },
    },
    pause,
  );
  return relationships;
}

/** A target is relative to the folder of the part that names it, or begins with `/`. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
