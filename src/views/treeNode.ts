import type { NextStep } from '../core/assessment/nextPlace';

/** A row of a tree view as plain data, in the person's words. What is below it is made when it is asked for. */
export interface TreeNode {
  readonly element: TreeElement;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says in place of both. */
  readonly spoken: string;
  readonly icon?: Icon;
  /** What the row is and what can be done with it: menus are chosen by these words. */
  readonly context: readonly string[];
  /** Whether there is something to open. */
  readonly opens: boolean;
  readonly isExpanded?: boolean;
  readonly tooltip: () => string;
  /** Undefined where nothing can be below it. */
  readonly children?: () => readonly TreeNode[];
}

/** A codicon and the id of a theme's colour. Each icon differs in shape: colour tells nothing by itself. */
export interface Icon {
  readonly name: string;
  readonly color?: string;
}

/** What VS Code keeps of a row, and hands to the commands of its menus as their answers. */
export interface TreeElement extends Partial<NextStep> {
  /** The same from one summary to the next, and unique in its tree. */
  readonly id: string;
  /** An assessment's id. */
  readonly assessment: string;
  /** The location of a file that is evidence. */
  readonly evidence?: string;
  /** An http or https link that is evidence. */
  readonly link?: string;
  /** The id of a copy that was shared, and how to reach who has it. */
  readonly share?: string;
  readonly contact?: string;
  /** The row or line that it is recorded in. */
  readonly row?: { readonly file: string; readonly line: number };
}
