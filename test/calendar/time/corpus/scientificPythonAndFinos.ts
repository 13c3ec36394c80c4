import {cadence, changed, monthly, type Rhythms, skipped, weekly} from './rhythm.ts'

const pacific = 'America/Los_Angeles'
const newYork = 'America/New_York'
const everyTwoWeeks = {interval: 2}
const every4WeeksOf2024 = {interval: 4, endDate: '2024-12-31'}

/** Start dates are those of the words, otherwise the day from which the corpus counts. */
export const scientificPythonAndFinos: Rhythms = {
  'sp-numpy-community-triage': cadence(
    weekly('WE 18:00 UTC', '2026-01-14', {interval: 2, endDate: '2026-12-31'}),
    weekly('WE 18:00 UTC', '2026-01-07', {interval: 2, endDate: '2026-12-31'}),
  ),
  'sp-numpy-optimization': cadence(
    weekly('MO 17:00 UTC', '2025-01-20', {interval: 3, endDate: '2026-12-31'}),
  ),
  'sp-matplotlib-new-contributors': cadence(
    monthly([1], 'TU 11:00 UTC', '2026-09-01', {interval: 2}),
    monthly([1], 'TU 17:00 UTC', '2026-10-06', {interval: 2}),
  ),
  'sp-matplotlib-plot-plotting': cadence(weekly('TH 21:00 Europe/Berlin', '2026-10-08')),
  'sp-networkx': cadence(weekly(`TH 12:00 ${newYork}`, '2026-10-15', {endDate: '2027-12-31'})),
  'sp-sunpy': cadence(weekly('WE 17:00 Europe/London', '2026-10-07')),
  'sp-tools-and-specs': cadence(
    monthly([1], `TU 09:00 ${pacific}`, '2025-09-02', {interval: 2}),
    monthly([1], `TU 09:00 ${pacific}`, '2025-12-02', {interval: 2}),
  ),
  'finos-cdm-collateral': changed(
    [monthly([-1], `TU 10:00 ${newYork}`, '2024-01-01')],
    [
      ...skipped('2024-02-27', '2024-05-28', '2024-08-27'),
      {kind: 'moved', date: '2024-09-24', toDate: '2024-09-18'},
    ],
  ),
  'finos-toc-two-days': cadence(
    weekly(`WE 12:00 ${newYork}`, '2024-05-08', every4WeeksOf2024),
    weekly(`TU 11:30 ${newYork}`, '2024-05-21', every4WeeksOf2024),
  ),
  'finos-ccc-security': cadence(monthly([1, 3], `TH 11:00 ${newYork}`, '2024-09-01')),
  'finos-ccc-steering': cadence(monthly([2], `TU 09:00 ${newYork}`, '2024-03-01', {interval: 3})),
  'finos-traderx': changed(
    [monthly([2, 4], `FR 08:00 ${newYork}`, '2024-06-01')],
    [
      ...skipped('2024-06-14', '2024-09-13'),
      {kind: 'moved', date: '2024-07-12', toDate: '2024-07-12', toTime: '11:00'},
    ],
  ),
  'finos-morphir-backstage': cadence(
    weekly(`TH 11:00 ${newYork}`, '2025-10-02', everyTwoWeeks),
    weekly(`TH 11:00 ${newYork}`, '2025-10-09', everyTwoWeeks),
  ),
  'finos-spring-bot': cadence(weekly('WE 10:30 Europe/London', '2024-10-23')),
  'finos-regulation-sig': changed(
    [monthly([1], `TU 12:00 ${newYork}`, '2024-05-01')],
    [
      {kind: 'moved', date: '2024-06-04', toDate: '2024-06-18'},
      {kind: 'moved', date: '2024-07-02', toDate: '2024-07-23'},
      {kind: 'moved', date: '2024-10-01', toDate: '2024-10-22'},
    ],
    [{from: '2024-08-01', to: '2024-09-30'}],
  ),
}
