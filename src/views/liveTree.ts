import * as vscode from 'vscode';
import { type CommandName, COMMANDS } from '../commandIds';
import type { ShownTree } from './shownTree';
import type { TreeElement, TreeNode } from './treeNode';

/** Gives VS Code the rows of a tree view, and tells it which have to be drawn anew. */
export class LiveTree implements vscode.TreeDataProvider<TreeElement>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeElement[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  /**
   * @param whenLoaded resolves once there are rows: VS Code shows that it waits, and no welcome text meanwhile
   * @param openCommand what a click on a row runs, with the row's element
   */
  constructor(
    private readonly tree: ShownTree,
    private readonly whenLoaded: () => Promise<void>,
    private readonly openCommand: CommandName,
  ) {}

  async getChildren(element?: TreeElement): Promise<TreeElement[]> {
    if (!element) await this.whenLoaded();
    return [...this.tree.children(element)];
  }

  getTreeItem(element: TreeElement): vscode.TreeItem {
    const node = this.tree.node(element);
    return node ? itemOf(node, this.openCommand) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, element: TreeElement): vscode.TreeItem {
    const tooltip = this.tree.node(element)?.tooltip();
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** Has what changed since the last time drawn anew. */
  update(): void {
    const changed = this.tree.update();
    if (changed === 'all') this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire([...changed]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function itemOf(node: TreeNode, openCommand: CommandName): vscode.TreeItem {
  const { element, label, description, spoken, icon, context, opens, isExpanded = false, children } = node;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children ? (isExpanded ? Expanded : Collapsed) : None);
  item.id = element.id;
  item.description = description;
  item.accessibilityInformation = { label: spoken };
  item.contextValue = context.join(' ');
  if (icon) item.iconPath = new vscode.ThemeIcon(icon.name, icon.color ? new vscode.ThemeColor(icon.color) : undefined);
  if (opens) item.command = { command: COMMANDS[openCommand], title: '', arguments: [element] };
  return item;
}
