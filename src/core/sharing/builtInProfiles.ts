import { message } from '../message';
import { PROFILE_FIELDS, type Profile } from './profile';

const INSIDE = ['internal', 'team'];
const OUTSIDE = ['assessor', 'client', 'regulator', 'insurer', 'public'];

/** The profiles that every project has. */
export const builtInProfiles: readonly Profile[] = [...INSIDE, ...OUTSIDE].map((id) => ({
  id,
  title: message('profile-named', id),
  isOutside: OUTSIDE.includes(id),
  fields: new Set(PROFILE_FIELDS),
  treatments: {
    names: 'keep',
    locations: 'keep',
    notes: 'keep',
    resources: 'keep',
    providerText: 'keep',
    requirementText: 'keep',
  },
  ...(id === 'team' && { wantsPart: true }),
}));
