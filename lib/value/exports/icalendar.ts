import type { Entry } from '../../ledger/entry.ts';
import { plainLine } from './plain.ts';

/**
 * Time given, as a calendar (RFC 5545): one event for each entry with measured effort, ending when the act was done.
 * @param stamp when the file is made, UTC
 */
export function effortCalendar(entries: Iterable<Entry>, stamp: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Contrail//Effort//EN', 'CALSCALE:GREGORIAN'];
  for (const { id, at, site, kind, object, undo, topics = [], effort } of entries) {
    if (undo || !effort?.seconds) continue;
    const end = Date.parse(at);
    lines.push(
      'BEGIN:VEVENT',
      `UID:${id}@contrail`,
      `DTSTAMP:${instant(Date.parse(stamp))}`,
      `DTSTART:${instant(end - effort.seconds * 1000)}`,
      `DTEND:${instant(end)}`,
      `SUMMARY:${text(`${kind}, ${site}: ${object.title ?? object.id}`)}`,
      ...(topics.length > 0 ? [`CATEGORIES:${topics.map(text).join(',')}`] : []),
      `URL:${URL.parse(object.url)?.href ?? ''}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** `20261102T100000Z` */
const instant = (time: number) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

/** TEXT, §3.3.11. */
const text = (value: string) => plainLine(value).replace(/[\\;,]/g, (mark) => `\\${mark}`);

/** Lines of at most 75 octets, §3.1, never cut within a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let [folded, room] = ['', 75];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      folded += '\r\n ';
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
