import { type Message, message } from '../message';
import type { Summary } from './summary';

/** The most important thing of an assessment, said first. */
export interface Glance {
  /** `126 of 241 requirements still need evidence` */
  readonly told: Message;
  /** `12 need coverage`, `9 await approval` */
  readonly parts: readonly Message[];
  /** What the figure is not; none where nothing has to be said. */
  readonly notes: readonly Message[];
}

/** What is open beside evidence, in the order in which it is told. */
const PARTS = ['unknown', 'coverage-needed', 'awaiting-approval'] as const;

/** Without a requirement list there is no whole that a figure could be a part of (README, rule 1). */
export function glanceOf({ basis, totals }: Pick<Summary, 'basis' | 'totals'>): Glance {
  const { byStatus } = totals;
  const hasList = basis === 'requirements';
  const open = byStatus['needs-evidence'];
  const all = hasList ? totals.requirements : totals.controls;
  // Without a matrix it would be no answer that nothing is known to need evidence.
  const others = byStatus['coverage-needed'] + byStatus['awaiting-approval'];
  const leads = open === 0 && all > 1 && byStatus.unknown > others;
  const told = PARTS.filter((status) => byStatus[status] > 0);
  const parts = told
    .filter((status) => status !== 'unknown' || !leads)
    .map((status) =>
      byStatus[status] === 1 ? message(`glance-${status}-one`) : message(`glance-${status}`, byStatus[status]),
    );
  const isNothingOpen = open + told.length === 0;
  const isRecorded = isNothingOpen && totals.requirements > 0;
  const notes = hasList ? isRecorded && [message('report-adequacy')] : [message('glance-no-percentage')];
  return {
    told: leads
      ? ofUnknown(byStatus.unknown, all, hasList)
      : hasList
        ? ofRequirements(open, totals.requirements, isNothingOpen)
        : ofControls(open, totals.controls, isNothingOpen),
    parts,
    notes: notes || [],
  };
}

function ofUnknown(unknown: number, all: number, hasList: boolean): Message {
  if (hasList) {
    return unknown === 1
      ? message('glance-unknown-requirements-one', all)
      : message('glance-unknown-requirements', unknown, all);
  }
  return unknown === 1 ? message('glance-unknown-controls-one') : message('glance-unknown-controls', unknown);
}

function ofRequirements(open: number, all: number, isNothingOpen: boolean): Message {
  if (all === 0) return message('glance-empty-requirements');
  if (all === 1) {
    if (isNothingOpen) return message('glance-requirement-recorded');
    return message(open === 0 ? 'glance-requirement-none' : 'glance-requirement');
  }
  if (isNothingOpen) return message('glance-requirements-recorded', all);
  if (open === 0) return message('glance-requirements-none', all);
  return open === 1 ? message('glance-requirements-one', all) : message('glance-requirements', open, all);
}

function ofControls(open: number, all: number, isNothingOpen: boolean): Message {
  if (all === 0) return message('glance-empty-controls');
  if (isNothingOpen) return all === 1 ? message('glance-control-recorded') : message('glance-controls-recorded', all);
  if (open === 0) return message('glance-controls-none');
  return open === 1 ? message('glance-controls-one') : message('glance-controls', open);
}
