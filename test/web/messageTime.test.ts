import { describe, expect, test } from 'vitest';
import { messageTime } from '../../src/web/client/chat/messageTime.ts';

const at = (day: number, time: string): Date =>
  new Date(`2026-12-${String(day).padStart(2, '0')}T${time}:00`);

describe('the time under a message', () => {
  test('of today is the time alone, by the 24-hour clock', () => {
    expect(messageTime(at(10, '09:05').toISOString(), at(10, '23:00'))).toBe('09:05');
    expect(messageTime(at(10, '00:00').toISOString(), at(10, '23:00'))).toBe('00:00');
  });

  test('of another day names the day in Polish', () => {
    expect(messageTime(at(9, '23:59').toISOString(), at(10, '00:01'))).toMatch(
      /^9 grudnia,? 23:59$/,
    );
  });
});
