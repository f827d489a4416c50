import { dayNumber, weekdayOf, type DayNumber } from '../isoDay.ts';
import type { HolidayName } from '../words/holidays.ts';

type DayInYear = (year: number) => DayNumber;

function fixed(month: number, day: number): DayInYear {
  return (year) => dayNumber(year, month, day);
}

function fromEaster(days: number): DayInYear {
  return (year) => easterSunday(year) + days;
}

const firstAdvent: DayInYear = (year) => {
  const christmasEve = dayNumber(year, 12, 24);
  return christmasEve - (weekdayOf(christmasEve) % 7) - 21;
};

const fourthThursdayOfNovember: DayInYear = (year) => {
  const first = dayNumber(year, 11, 1);
  return first + ((4 - weekdayOf(first) + 7) % 7) + 21;
};

/** Polish law (act of 18 January 1951 on days off) and custom. */
const days: Readonly<Record<HolidayName, DayInYear>> = {
  newYear: fixed(1, 1),
  epiphany: fixed(1, 6),
  grandmothersDay: fixed(1, 21),
  grandfathersDay: fixed(1, 22),
  valentines: fixed(2, 14),
  fatThursday: fromEaster(-52),
  ashWednesday: fromEaster(-46),
  womensDay: fixed(3, 8),
  palmSunday: fromEaster(-7),
  maundyThursday: fromEaster(-3),
  goodFriday: fromEaster(-2),
  holySaturday: fromEaster(-1),
  easter: fromEaster(0),
  easterMonday: fromEaster(1),
  aprilFools: fixed(4, 1),
  bookDay: fixed(4, 23),
  labourDay: fixed(5, 1),
  flagDay: fixed(5, 2),
  constitutionDay: fixed(5, 3),
  librariansDay: fixed(5, 8),
  pentecost: fromEaster(49),
  corpusChristi: fromEaster(60),
  mothersDay: fixed(5, 26),
  childrensDay: fixed(6, 1),
  fathersDay: fixed(6, 23),
  armedForcesDay: fixed(8, 15),
  teachersDay: fixed(10, 14),
  halloween: fixed(10, 31),
  allSaints: fixed(11, 1),
  allSouls: fixed(11, 2),
  independenceDay: fixed(11, 11),
  thanksgiving: fourthThursdayOfNovember,
  saintAndrews: fixed(11, 29),
  firstAdvent,
  saintNicholas: fixed(12, 6),
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  secondDayOfChristmas: fixed(12, 26),
  newYearsEve: fixed(12, 31),
};

export function holidayIn(holiday: HolidayName, year: number): DayNumber {
  return days[holiday](year);
}

/** The Gregorian computus of Meeus, Jones and Butcher, in whole numbers. */
function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekdayShift =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const exception = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const marchDay = epact + weekdayShift - 7 * exception + 22;
  return dayNumber(year, 3, marchDay);
}
