import { type Message, message } from '../message';
import type { CombinedPolicy } from './combinePolicy';

/**
 * What is shown of Azure Policy beside a requirement: what it found and when, with the words that it is a partial view,
 * then what it looks at by itself, then the owner that its metadata names. Facts, and never a status (README, rule 9).
 *
 * @param nameOf how a file is called in messages
 */
export function policyLines(
  combined: CombinedPolicy,
  nameOf: (file: string) => string = (file) => file,
): readonly Message[] {
  const { owners, passedOver, assignments = 1, basis } = combined;
  return [
    resultsLine(combined),
    ...(basis === 'summary' ? [message('azure-policy-summary-only')] : []),
    ...(assignments > 1 ? [message('azure-policy-assignments', assignments)] : []),
    ...(passedOver.length > 0 ? [message('azure-policy-passed-over', passedOver.map(nameOf))] : []),
    ...kindsLine(combined),
    ...(owners.length > 0 ? [message('azure-policy-owner', owners)] : []),
  ];
}

function resultsLine(combined: CombinedPolicy): Message {
  const { basis, newest, compliant, nonCompliant, exempt, unknown, nonCompliantOnly } = combined;
  if (!basis) return message('azure-policy', message('azure-policy-no-results'));
  const counts = nonCompliantOnly
    ? [message('azure-policy-non-compliant-only', nonCompliant)]
    : [
        message('azure-policy-compliant', compliant),
        message('azure-policy-non-compliant', nonCompliant),
        message('azure-policy-exempt', exempt),
        message('azure-policy-unknown', unknown),
      ];
  return newest === undefined
    ? message('azure-policy', counts)
    : message('azure-policy-dated', newest.slice(0, 'YYYY-MM-DD'.length), counts);
}

function kindsLine({ automatic, manual, untold = 0, countedIn }: CombinedPolicy): readonly Message[] {
  if (automatic === undefined || manual === undefined) return [];
  const line = kinds(automatic, manual, untold);
  if (countedIn === 'built-in') return [message('azure-policy-kinds-built-in', line)];
  return [countedIn === 'states' ? message('azure-policy-kinds-states', line) : line];
}

function kinds(automatic: number, manual: number, untold: number): Message {
  if (untold > 0) return message('azure-policy-untold', message('azure-policy-kinds', automatic, manual), untold);
  if (automatic > 0) return message('azure-policy-kinds', automatic, manual);
  return manual > 0 ? message('azure-policy-manual-only', manual) : message('azure-policy-no-policy');
}
