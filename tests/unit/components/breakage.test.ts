import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reportOfBreakage } from '../../../components/sites/breakage.ts';
import type { SiteLine } from '../../../lib/messages.ts';

const build = { version: '0.1.0', browser: 'chromium' };
const day = '2026-11-22';
/** A definition with everything that could tell of a person. */
const line = (change: Partial<SiteLine> = {}): SiteLine => ({
  site: 'mastodon',
  name: 'Mastodon',
  group: 'social',
  version: 3,
  confidence: 'high',
  hosts: [],
  origins: ['*://secret.example/*'],
  on: false,
  missing: ['*://secret.example/*'],
  sees: ['Like'],
  unseen: [],
  software: true,
  instances: [{ host: 'secret.example:8443', on: true, origins: ['*://secret.example/*'], missing: [] }],
  health: {
    lastSeen: '2026-11-21T17:42:09.123Z',
    presses: 12,
    misses: 7,
    row: { misses: 6, alone: 2 },
    alone: 4,
    refused: { login: 2, 'https://secret.example/@nora': 1 },
  },
  ...change,
});
const quiet = { presses: 9, misses: 0, row: { misses: 0, alone: 0 }, alone: 0, refused: {} };

const reportSchema = z.strictObject({
  type: z.literal('ContrailBreakageReport'),
  contrail: z.string().regex(/^[\d.]+$/),
  browser: z.enum(['chromium', 'firefox']),
  day: z.iso.date(),
  sites: z.array(
    z.strictObject({
      site: z.string().regex(/^[a-z][a-z0-9-]*$/),
      version: z.int(),
      lastSeen: z.iso.date().optional(),
      presses: z.int(),
      withoutRequest: z.int(),
      withoutRequestInARow: z.int(),
      withoutPress: z.int(),
      refused: z.partialRecord(
        z.enum([
          'status',
          'taken-back',
          'login',
          'no-redirect',
          'signed-out',
          'private',
          'draft',
          'no-control',
          'no-object',
          'unclear',
        ]),
        z.int(),
      ),
    }),
  ),
});

describe('the report of what broke', () => {
  it('tells counts and days', () => {
    expect(reportOfBreakage([line()], build, day)).toEqual({
      type: 'ContrailBreakageReport',
      contrail: '0.1.0',
      browser: 'chromium',
      day,
      sites: [
        {
          site: 'mastodon',
          version: 3,
          lastSeen: '2026-11-21',
          presses: 12,
          withoutRequest: 7,
          withoutRequestInARow: 6,
          withoutPress: 4,
          refused: { login: 2 },
        },
      ],
    });
  });

  it('holds no host, address, name or hour, whatever is stored', () => {
    const text = JSON.stringify(reportOfBreakage([line(), line({ site: 'x', name: 'nora' })], build, day));
    expect(text).not.toMatch(/secret|nora|https?:|@|\d\d:\d\d|8443/);
    expect(reportSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it('leaves out sites without trouble, which would tell where a person goes', () => {
    expect(reportOfBreakage([line({ health: quiet })], build, day).sites).toEqual([]);
  });

  it('leaves out definitions that did not come with Contrail, whose names would tell where a person works', () => {
    expect(reportOfBreakage([line({ site: 'acme-intranet', list: 'Acme' })], build, day).sites).toEqual([]);
  });
});
