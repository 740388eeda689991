import { fill } from '../../core/fill';
import type { ControlRow, RequirementRow } from '../content';
import { element } from './element';
import { renderActions, renderExplained, renderFold, renderList, renderValue, type RowParts } from './renderRow';

/** A row below a control's that unfolds to its requirements; it spans all columns. */
export function renderRequirements({ id, requirements }: ControlRow, columns: number, parts: RowParts): HTMLElement {
  const text = fill(parts.labels.requirements, requirements.length);
  const fold = renderFold(`requirements-${id}`, text, parts, () => [
    element('ul', {}, ...requirements.map((requirement) => renderRequirement(id, requirement, parts))),
  ]);
  return element('tr', { class: 'requirements' }, element('td', { colspan: String(columns) }, fold));
}

function renderRequirement(control: string, requirement: RequirementRow, parts: RowParts): HTMLElement {
  const { id, responsibility, status, open, notices, facts } = requirement;
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'requirement' },
      element('span', { class: 'id' }, id),
      renderValue(responsibility),
      renderValue(status),
      renderActions(control, id, parts),
    ),
    renderExplained(`open-${id}`, open, parts),
    renderExplained(`notice-${id}`, notices, parts),
    renderList(facts.map((fact) => element('li', {}, fact))),
  );
}
