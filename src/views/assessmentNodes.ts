import type { TreeNode } from './treeNode';

/** The rows of the only assessment; of several each below its name, where it has any. */
export function assessmentNodes<A extends { readonly id: string; readonly name: string }>(
  assessments: readonly A[],
  nodesOf: (assessment: A) => readonly TreeNode[],
): readonly TreeNode[] {
  const [only, ...others] = assessments;
  if (only && others.length === 0) return nodesOf(only);
  return assessments.flatMap((assessment) => {
    const { id, name } = assessment;
    const children = nodesOf(assessment);
    const node: TreeNode = {
      element: { id: `${id} `, assessment: id },
      label: name,
      description: '',
      spoken: name,
      context: ['assessment'],
      opens: false,
      isExpanded: true,
      tooltip: () => name,
      children: () => children,
    };
    return children.length > 0 ? [node] : [];
  });
}
