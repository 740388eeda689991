import { findNodeAtLocation, getLocation, type JSONPath, parseTree } from 'jsonc-parser';
import { isSameName } from '../azure/serviceNames';
import type { Span } from '../span';
import type { CompletionScope } from './completions';
import { type CellOffer, requirementOffers } from './registerOffers';

/** What a text of the project file names that its schema does not know. */
export interface ProjectPlace extends Span {
  readonly wants: 'requirement' | 'service' | 'table' | 'matrix' | 'json';
  /** What is typed of it, up to the cursor. */
  readonly typed: string;
  /** Whether quotation marks are there already. */
  readonly isQuoted: boolean;
  /** What stands beside it in the same list. */
  readonly others: readonly string[];
}

const TABLES: ReadonlySet<unknown> = new Set([
  'requirements',
  'evidence',
  'evidenceDocuments',
  'requests',
  'gaps',
  'servicesInScope',
]);

/** What is wanted at an offset of a project file; undefined where the schema tells it, or anything may stand there. */
export function projectPlaceAt(text: string, offset: number): ProjectPlace | undefined {
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const wants = isAtPropertyKey ? undefined : wantedAt(path);
  if (!wants) return undefined;
  const isInText = previousNode?.type === 'string' && previousNode.offset < offset;
  if (previousNode && !isInText) return undefined;
  const others = othersIn(text, path, offset);
  if (!isInText) return { wants, start: offset, end: offset, typed: '', isQuoted: false, others };
  const start = previousNode.offset + 1;
  const written = text.slice(start, previousNode.offset + previousNode.length);
  const isClosed = /(?<!\\)"$/.test(written);
  const lineEnd = written.search(/[\r\n]/);
  const end = start + (isClosed ? written.length - 1 : lineEnd < 0 ? written.length : lineEnd);
  return end < offset ? undefined : { wants, start, end, typed: text.slice(start, offset), isQuoted: true, others };
}

function wantedAt(path: JSONPath): ProjectPlace['wants'] | undefined {
  const keys = path.filter((key): key is string => typeof key === 'string' && key !== '');
  const [first, second] = keys;
  switch (keys.length) {
    case 1:
      return first === 'matrix' ? 'matrix' : TABLES.has(first) ? 'table' : undefined;
    case 2:
      if (first === 'matrix' && second === 'path') return 'matrix';
      if (first === 'carveOuts' && second === 'requirements') return 'requirement';
      if (first === 'sharing' && second === 'register') return 'table';
      if (first !== 'azure') return undefined;
      if (second === 'services') return 'service';
      if (second === 'policyStates') return 'json';
      return TABLES.has(second) ? 'table' : undefined;
    default:
      return undefined;
  }
}

/** The texts of a list beside the one at an offset. */
function othersIn(text: string, path: JSONPath, offset: number): readonly string[] {
  if (typeof path.at(-1) !== 'number') return [];
  const root = parseTree(text, [], { allowTrailingComma: true });
  const items = root && findNodeAtLocation(root, path.slice(0, -1))?.children;
  return (items ?? []).flatMap((item) => {
    const isHere = item.offset <= offset && offset <= item.offset + item.length;
    return item.type === 'string' && !isHere ? [String(item.value)] : [];
  });
}

/** What a place can hold beside files: requirements, services, without those that the list has already. */
export function projectOffers(
  { wants, typed, others }: ProjectPlace,
  scope: CompletionScope,
  services: readonly string[],
): readonly CellOffer[] {
  if (wants === 'requirement') return requirementOffers(typed, scope).filter(({ value }) => !others.includes(value));
  if (wants !== 'service') return [];
  const free = services.filter((service) => !others.some((other) => isSameName(service, other)));
  return [...new Set(free)].map((value) => ({ value }));
}

/** A value as it is written into the file at a place. */
export function jsonText(value: string, { isQuoted }: Pick<ProjectPlace, 'isQuoted'>): string {
  const written = JSON.stringify(value);
  return isQuoted ? written.slice(1, -1) : written;
}
