const hour: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const timeOfDay = new Intl.DateTimeFormat('pl-PL', hour);
const dayAndTime = new Intl.DateTimeFormat('pl-PL', { day: 'numeric', month: 'long', ...hour });

/** When a message was sent, in Polish: the time, and the day as well unless it is today's. */
export function messageTime(timestamp: string, now: Date): string {
  const sent = new Date(timestamp);
  const isToday = sent.toDateString() === now.toDateString();
  return (isToday ? timeOfDay : dayAndTime).format(sent);
}
