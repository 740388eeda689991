import { type JsonReading, type Kind, OBJECT, oneOf, readList, TEXT } from '../assessment/jsonReading';
import { PROJECT_KEYS } from '../assessment/projectKeys';
import { catalog } from '../csf/catalog';
import { message } from '../message';
import { problem } from '../problems';
import { builtInProfiles } from './builtInProfiles';
import {
  LICENSED_TEXTS,
  neededFor,
  type Profile,
  PROFILE_FIELDS,
  type ProfileField,
  type TextKind,
  type Treatment,
  type Treatments,
  TREATMENTS,
  treatmentsBy,
} from './profile';

/** What a profile can be called: it stands in file names, on command lines and in the register. */
const PROFILE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

const FLAG: Kind<boolean> = {
  shape: (value) => (typeof value === 'boolean' ? value : undefined),
  expected: message('expected-flag'),
};

/** All profiles of a project: the built-in ones, and its own in the order in which they are written. */
export function profilesOf({ profiles = [] }: { readonly profiles?: readonly Profile[] }): readonly Profile[] {
  return [...builtInProfiles, ...profiles];
}

export function findProfile(profiles: readonly Profile[], id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}

/**
 * Reads the profiles of a project file. What is not said is on the closed side: a profile is for outsiders, allows nothing
 * and removes every text. So does a slip: a profile counts with less, and never with more.
 */
export function readProfiles(reading: JsonReading, file: string): readonly Profile[] | undefined {
  const { read, checkKeys } = reading;
  checkKeys(['profiles']);
  const written = read(['profiles'], OBJECT);
  if (!written) return undefined;
  return Object.keys(written).flatMap((id): readonly Profile[] => {
    const isTaken = builtInProfiles.some((builtIn) => builtIn.id === id);
    if (!isTaken && PROFILE_ID.test(id)) return readProfile(reading, file, id);
    const expected = isTaken ? message('expected-own-profile') : message('expected-profile-id');
    read(['profiles', id], { shape: () => undefined, expected });
    return [];
  });
}

function readProfile(reading: JsonReading, file: string, id: string): readonly Profile[] {
  const { read, checkKeys } = reading;
  const at = ['profiles', id];
  const written = read(at, OBJECT);
  checkKeys(at, PROJECT_KEYS.profiles);
  if (!written) return [];
  const title = read([...at, 'title'], TEXT);
  const isOutside = read([...at, 'outside'], FLAG) ?? true;
  return [
    {
      id,
      title: message('text', title ?? id),
      isOutside,
      fields: readFields(reading, file, at),
      treatments: readTreatments(reading, file, at, isOutside),
      ...('controls' in written && { controls: readControls(reading, file, at) }),
    },
  ];
}

function readFields(reading: JsonReading, file: string, at: readonly string[]): ReadonlySet<ProfileField> {
  const path = [...at, 'fields'];
  const fields = new Set(readList(reading, path, message('expected-profile-fields'), oneOf(PROFILE_FIELDS)));
  for (const field of fields) {
    const needed = neededFor(field);
    if (needed !== undefined && !fields.has(needed))
      reading.problems.push(problem('profile-field-alone', file, reading.placeOf(path), field, needed));
  }
  return fields;
}

/** None, and so nothing of any control, where it is no list. */
function readControls(reading: JsonReading, file: string, at: readonly string[]): readonly string[] {
  const path = [...at, 'controls'];
  const controls = readList(reading, path, message('expected-profile-controls'), TEXT) ?? [];
  controls.forEach((control) => {
    // Ids of another framework are the user's own: nothing is known of them here.
    const isKnown = catalog.controls.has(control) || catalog.categories.has(control) || !/^\d/.test(control);
    if (!isKnown) reading.problems.push(problem('profile-unknown-control', file, reading.placeOf(path), control));
  });
  return controls;
}

function readTreatments(reading: JsonReading, file: string, at: readonly string[], isOutside: boolean): Treatments {
  const path = [...at, 'texts'];
  reading.checkKeys(path, PROJECT_KEYS['profiles.texts']);
  const isThere = reading.read(path, OBJECT) !== undefined;
  const treatmentOf = (kind: TextKind): Treatment => {
    const treatment = isThere ? (reading.read([...path, kind], oneOf(TREATMENTS)) ?? 'remove') : 'remove';
    if (treatment === 'remove' || !isOutside || !LICENSED_TEXTS.includes(kind)) return treatment;
    reading.problems.push(problem('profile-licensed-text', file, reading.placeOf([...path, kind]), kind));
    return 'remove';
  };
  return treatmentsBy(treatmentOf);
}
