/**
 * The calendar day of an act where the person was: `2026-11-21`.
 * @param at instant in UTC, RFC 3339
 * @param zone offset from UTC then and there, `+01:00`
 */
export function localDay(at: string, zone: string): string {
  return new Date(Date.parse(at) + offsetOf(zone) * 60_000).toISOString().slice(0, 10);
}

/** Minutes east of UTC. */
function offsetOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The day so many days later (or earlier): `shiftDay('2026-11-21', -1)` is `2026-11-20`. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
