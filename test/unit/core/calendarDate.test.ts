import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { calendarDateOf, parseCalendarDate } from '../../../src/core/calendarDate';

describe('a day', () => {
  for (const text of ['2027-01-31', '2028-02-29', '2000-02-29', '0999-12-31']) {
    it(`${text} is one`, () => assert.equal(parseCalendarDate(text), text));
  }

  for (const text of [
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-1-5',
    '31.01.2027',
    '2027-01-31T00:00',
    ' 2027-01-31',
    '',
  ]) {
    it(`"${text}" is none`, () => assert.equal(parseCalendarDate(text), undefined));
  }

  it('of a clock is the day where the clock stands, early and late', () => {
    for (const hour of [0, 12, 23]) assert.equal(calendarDateOf(new Date(2027, 0, 31, hour, 59)), '2027-01-31');
  });

  it('of any clock can be read again', () => {
    const dates = fc.date({ min: new Date(0), max: new Date(9e12), noInvalidDate: true });
    fc.assert(fc.property(dates, (date) => assert.notEqual(parseCalendarDate(calendarDateOf(date)), undefined)));
  });
});
