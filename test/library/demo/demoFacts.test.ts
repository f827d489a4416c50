import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoFacts } from '../../../src/library/demo/demoFacts.ts';
import { demoReaders } from '../../../src/library/index.ts';
import { dayOf, yearOf } from '../../../src/rules/index.ts';

const anyMoment = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('the facts of the demo readers', () => {
  it('hold in any year: confirmed this year, and never in the future', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const { dataConfirmedOn } = demoFacts(demoReaders.eligible.account, now);
        const day = dataConfirmedOn.known ? dataConfirmedOn.value : null;
        expect(day).not.toBeNull();
        expect(yearOf(day!)).toBe(yearOf(dayOf(now)));
        expect(day! <= dayOf(now)).toBe(true);
      }),
    );
  });

  it('hold in any year: confirmed last year', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const { dataConfirmedOn } = demoFacts(demoReaders.unconfirmed.account, now);
        expect(dataConfirmedOn.known && yearOf(dataConfirmedOn.value!)).toBe(
          yearOf(dayOf(now)) - 1,
        );
      }),
    );
  });

  it('read New Year by the clock of the library, not of the server', () => {
    const now = new Date('2026-12-31T23:30:00Z'); // half past midnight in Gdańsk
    expect(demoFacts(demoReaders.eligible.account, now).dataConfirmedOn).toMatchObject({
      value: '2027-01-01',
    });
  });

  it('leave unknown what the system cannot tell', () => {
    const facts = demoFacts(demoReaders.cannotTell.account, new Date('2026-11-22T10:00:00Z'));
    expect(facts.loansThisYear).toEqual({ known: false });
    expect(facts.dataConfirmedOn).toEqual({ known: false });
    expect(facts.balance).toMatchObject({ known: true, value: 0 });
  });

  it('show a debt in grosze', () => {
    const facts = demoFacts(demoReaders.finedReader.account, new Date('2026-11-22T10:00:00Z'));
    expect(facts.balance).toMatchObject({ value: 1250, source: 'demo' });
  });
});
