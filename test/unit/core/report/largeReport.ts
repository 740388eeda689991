import { catalog } from '../../../../src/core/csf/catalog';
import type { Report } from '../../../../src/core/report/report';
import { CALENDAR, report } from './given';

/** An r2 with so many requirements, spread over all controls, with evidence, requests and references. */
export function largeReport(requirements: number): Report {
  const controls = [...catalog.controls.keys()];
  const ids = Array.from({ length: requirements }, (_, index) => {
    const control = (controls[index % controls.length] ?? '').replace('.', '');
    return `${1_000 + index}.${control}1System.${index}`;
  });
  const rows = (row: (id: string, index: number) => string): string => ids.map(row).join('\n');
  const values = ['None', 'Partial', 'Full'];
  return report({
    type: 'r2',
    matrix: rows((id, index) => `${id},${values[index % 3] ?? ''}`),
    list: rows((id, index) => `${id},${index}.0`),
    evidence: rows((id, index) => `${id},policy,https://example.com/evidence/${index},accepted`),
    requests: rows((id, index) => `${id},${index % 2 === 0 ? 'submitted' : 'approved'},external,50,yes`),
    documents: rows((id) => `- ${id}`),
    profile: { calendar: CALENDAR },
  });
}
