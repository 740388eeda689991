import assert from 'node:assert/strict';
import { said } from '../document/given';

describe('an id that no control has', () => {
  for (const [text, expected] of [
    ['14.a', 'HITRUST CSF has no control 14.a. 14 is the assessment domain "Third Party Assurance", and no category.'],
    ['17.c', 'HITRUST CSF has no control 17.c. 17 is an assessment domain, and no category.'],
    [
      '08.z',
      'HITRUST CSF has no control 08.z. Category 08 "Physical and Environmental Security" ends with 08.m (and the assessment domain 08, "Network Protection", is something else).',
    ],
    [
      '04.b–04.d',
      'HITRUST CSF has no control 04.c, 04.d. Category 04 "Security Policy" ends with 04.b (and the assessment domain 04, "Mobile Device Security", is something else).',
    ],
    ['00.b', 'HITRUST CSF has no control 00.b. Category 00 "Information Security Management Program" is 00.a alone.'],
  ] as const) {
    it(`says why: ${text}`, () => assert.deepEqual(said(text), [`unknown-control: ${expected}`]));
  }
});
