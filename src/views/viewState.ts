import type { Feature } from '../app';
import { createContextKey } from '../editor/contextKey';

/** Tells VS Code whether there is an assessment: welcome texts and menus go by it. */
export const viewState: Feature = ({ index }) => {
  const setState = createContextKey('state');
  setState('loading');
  return index.onDidChange(() => {
    setState(index.assessments.length > 0 ? 'ready' : 'none');
  });
};
