import * as vscode from 'vscode';
import type { Feature } from '../app';
import { debounce } from '../editor/debounce';
import type { Assessment } from '../workspace/assessment';
import { type EvidenceOf, evidenceNodes } from './evidenceNodes';
import { LiveTree } from './liveTree';
import { ShownTree } from './shownTree';

/** The Evidence view: what is recorded as evidence, by how good it still is. */
export const evidenceView: Feature = ({ index, files, translate }) => {
  const nodes = new ShownTree(() => evidenceNodes(index.assessments.map(evidenceOf), { translate, files }));
  const tree = new LiveTree(nodes, () => index.whenLoaded, 'openEvidence');
  const view = vscode.window.createTreeView('inheritanceScope.evidence', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const update = debounce(() => {
    if (view.visible) tree.update();
  });
  return vscode.Disposable.from(
    view,
    tree,
    update,
    index.onDidChange(update.call),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) tree.update();
    }),
  );
};

function evidenceOf({ id, source, facts }: Assessment): EvidenceOf {
  const { summary, records } = facts;
  const { name, calendar } = summary;
  return { id, name, folder: source.folder, records, ...(calendar && { calendar }) };
}
