import { type Message, message } from '../message';
import type { Report } from './report';

/** Whose copy it is, for what and for how long, and for which readers it was made; nothing where it is no copy. */
export function copyLines({ copy, profile }: Pick<Report, 'copy' | 'profile'>): readonly Message[] {
  return [
    ...(copy ? [copyLine({ copy }), message('copy-purpose', copy.purpose, copy.date)] : []),
    ...(copy?.limitations ? [message('copy-limitations', copy.limitations)] : []),
    ...(profile ? [message('copy-profile', profile.title)] : []),
  ];
}

/** The most important of it: `Copy S-0007 for Maria Sanchez, Contoso. To be returned or destroyed after 2027-06-30.` */
export function copyLine({
  copy: { number, recipient, organization, expires },
}: Required<Pick<Report, 'copy'>>): Message {
  const readers = [recipient, organization ?? ''].filter((name) => name !== '');
  return expires === undefined
    ? message('copy-of', number, readers)
    : message('copy-of-until', number, readers, expires);
}
