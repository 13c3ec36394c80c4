import {cadence, changed, monthly, type Rhythms, weekly} from './rhythm.ts'

const pacific = 'America/Los_Angeles'
const newYork = 'America/New_York'
const chicago = 'America/Chicago'

/** Start dates are those of the words, otherwise the day from which the corpus counts. */
export const otherCommunities: Rhythms = {
  'otel-governance-joint': cadence(weekly(`WE 08:00 ${pacific}`, '2026-10-07')),
  'otel-year-end-break': changed(
    [weekly(`WE 08:00 ${pacific}`, '2025-12-03')],
    [],
    [{from: '2025-12-22', to: '2026-01-02'}],
  ),
  'spdx-general': cadence(monthly([1], `TH 11:00 ${newYork}`, '2026-09-01')),
  'spdx-threats': cadence(weekly(`MO 13:00 ${newYork}`, '2026-09-07')),
  'ossf-sbom-everywhere': cadence(monthly([1], `TU 10:30 ${pacific}`, '2023-01-15')),
  'ossf-vuln-apac': cadence(monthly([-1], `TH 15:00 ${pacific}`, '2026-04-01')),
  'chaoss-dei': cadence(weekly(`WE 10:00 ${chicago}`, '2026-06-03')),
  'cncf-tag-security-americas': cadence(weekly(`WE 10:00 ${pacific}`, '2026-06-03')),
  'cncf-mentoring': cadence(monthly([2], 'TU 21:00 UTC', '2026-08-01')),
  'openjs-standards': cadence(weekly(`TU 12:00 ${chicago}`, '2025-08-26', {interval: 2})),
  'besu-contributor-calls': cadence(
    weekly('TU 01:00 UTC', '2019-09-17', {interval: 4}),
    weekly('TU 15:00 UTC', '2019-10-01', {interval: 4}),
  ),
  'oai-odd-even-weeks': cadence(
    weekly('TH 11:00 Europe/Berlin', '2026-11-05', {weeks: 'odd'}),
    weekly('TH 16:00 Europe/Berlin', '2026-11-05', {weeks: 'even'}),
  ),
  'openc2-third-wednesday': cadence(
    monthly([3], `WE 11:00 ${newYork}`, '2026-09-01'),
    monthly([3], `WE 21:00 ${newYork}`, '2026-09-01'),
  ),
  'reactive-toc': cadence(monthly([-2], `TH 08:00 ${pacific}`, '2026-04-01')),
  'dask-community': cadence(monthly([1], `TH 10:00 ${chicago}`, '2026-05-01')),
  'wordpress-community': cadence(
    monthly([1, 3], 'TH 12:00 UTC', '2021-02-18'),
    monthly([1, 3], 'TH 21:00 UTC', '2021-02-18'),
  ),
  'hudi-chinese': cadence(monthly([-1], 'TH 10:00 Asia/Shanghai', '2022-06-01')),
  'openapi-tdc': cadence(weekly(`TH 09:00 ${pacific}`, '2026-10-15')),
  'ecma-tc53': cadence(monthly([3], `WE 08:00 ${pacific}`, '2023-04-01')),
  unadac: cadence(weekly('TH 20:00 Asia/Shanghai', '2023-03-16', {interval: 2})),
  'openeo-psc': cadence(monthly([1], 'WE 15:00 Europe/Berlin', '2026-08-01')),
}
