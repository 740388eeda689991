import type { TreeElement, TreeNode } from './treeNode';

/** The id of what the topmost rows are below. */
const ROOT = '';

interface Shown {
  readonly element: TreeElement;
  node: TreeNode;
}

/**
 * What a tree view shows, so that a change can be told to it row by row: where nothing changed that can be seen, nothing is
 * drawn anew. A row keeps its element, by which VS Code knows it, as long as it is about the same.
 */
export class ShownTree {
  #shown = new Map<string, Shown>();
  /** Of before everything was drawn anew: VS Code may still ask for it. */
  #former: ReadonlyMap<string, Shown> = new Map();
  /** The rows below a row, by its id, once they were asked for. */
  readonly #asked = new Map<string, readonly TreeElement[]>();

  constructor(private readonly roots: () => readonly TreeNode[]) {}

  /** The rows below one, or the topmost. */
  children(element?: TreeElement): readonly TreeElement[] {
    const nodes = element ? (this.node(element)?.children?.() ?? []) : this.roots();
    const children = nodes.map((node) => this.#take(node));
    this.#asked.set(element?.id ?? ROOT, children);
    return children;
  }

  /** What a row shows now; undefined where it is long gone. */
  node({ id }: TreeElement): TreeNode | undefined {
    return (this.#shown.get(id) ?? this.#former.get(id))?.node;
  }

  /** Looks at everything anew. Returns the rows that have to be drawn anew, with all that is below them, or `all`. */
  update(): readonly TreeElement[] | 'all' {
    const changed: TreeElement[] = [];
    if (this.#follow(ROOT, this.roots(), changed)) return changed;
    this.#former = this.#shown;
    this.#shown = new Map();
    this.#asked.clear();
    return 'all';
  }

  #take(node: TreeNode): TreeElement {
    const { id } = node.element;
    const known = (this.#shown.get(id) ?? this.#former.get(id))?.element;
    const element = known && isSame(known, node.element) ? known : node.element;
    this.#shown.set(id, { element, node });
    return element;
  }

  /** Whether the rows below one are still the same; those among them that look otherwise are added to `changed`. */
  #follow(id: string, nodes: readonly TreeNode[], changed: TreeElement[]): boolean {
    const asked = this.#asked.get(id);
    if (!asked) return true;
    const areSame = asked.length === nodes.length && asked.every((one, index) => isSame(one, nodes[index]?.element));
    if (!areSame) return false;
    for (const node of nodes) {
      const shown = this.#shown.get(node.element.id);
      if (!shown) return false;
      const looksSame = looksOf(shown.node) === looksOf(node);
      shown.node = node;
      const isSameBelow = !this.#asked.has(node.element.id) || this.#follow(node.element.id, below(node), changed);
      if (!looksSame || !isSameBelow) changed.push(shown.element);
    }
    return true;
  }
}

function below({ children }: TreeNode): readonly TreeNode[] {
  return children?.() ?? [];
}

function isSame(one: TreeElement, other: TreeElement | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** All of a row that can be seen or heard, and the menus that it has. */
function looksOf({ label, description, spoken, icon, context, opens, children }: TreeNode): string {
  return JSON.stringify([label, description, spoken, icon, context, opens, children !== undefined]);
}
