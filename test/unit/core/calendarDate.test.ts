import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addDays, addMonths, calendarDateOf, daysBetween, parseCalendarDate } from '../../../src/core/calendarDate';

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

describe('counting days', () => {
  for (const [from, days, to] of [
    ['2027-01-31', 1, '2027-02-01'],
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2027-03-01', 60, '2027-04-30'],
    ['2028-01-01', 60, '2028-03-01'],
    ['2027-05-14', -90, '2027-02-13'],
    ['2027-05-14', 0, '2027-05-14'],
    // Where clocks are put forward and back, a day has 23 or 25 hours.
    ['2027-03-27', 2, '2027-03-29'],
    ['2027-10-30', 2, '2027-11-01'],
    ['0099-12-31', 1, '0100-01-01'],
  ] as const) {
    it(`${days} days from ${from} is ${to}`, () => {
      assert.equal(addDays(from, days), to);
      assert.equal(daysBetween(from, to), days);
    });
  }

  it('goes no further than a day that can be written', () => {
    assert.equal(addDays('9999-12-30', 60), '9999-12-31');
    assert.equal(addDays('0000-01-02', -60), '0000-01-01');
    assert.equal(addMonths('9999-12-30', 1), '9999-12-31');
  });

  it('there and back is where it began, and the further day is the later text', () => {
    const days = fc.date({ min: new Date(0), max: new Date(9e12), noInvalidDate: true }).map(calendarDateOf);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 3650 }), (from, count) => {
        const to = addDays(from, count);
        assert.deepEqual([addDays(to, -count), daysBetween(from, to), to > from], [from, count, true]);
      }),
    );
  });
});

describe('counting months', () => {
  for (const [from, months, to] of [
    ['2027-05-14', 12, '2028-05-14'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-31', 1, '2027-04-30'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-11-30', 1, '2027-12-30'],
    ['2027-12-01', 1, '2028-01-01'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
    ['0099-12-15', 1, '0100-01-15'],
  ] as const) {
    it(`${months} months from ${from} is ${to}`, () => assert.equal(addMonths(from, months), to));
  }
});
