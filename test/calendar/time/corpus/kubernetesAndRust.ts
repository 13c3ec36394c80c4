import {cadence, changed, monthly, type Rhythms, skipped, weekly} from './rhythm.ts'

const pacific = 'America/Los_Angeles'
const newYork = 'America/New_York'

/** Start dates are those of the words, otherwise the day from which the corpus counts. */
export const kubernetesAndRust: Rhythms = {
  'k8s-steering-public': cadence(monthly([1], `WE 08:00 ${pacific}`, '2026-09-01')),
  'k8s-sig-docs-apac': cadence(monthly([4], 'TU 05:30 UTC', '2026-04-01', {dayOffset: 1})),
  'k8s-instrumentation': cadence(
    weekly(`FR 08:30 ${pacific}`, '2026-10-09', {interval: 2}),
    weekly(`FR 08:30 ${pacific}`, '2026-10-16', {interval: 2}),
  ),
  'k8s-github-management': cadence(monthly([4], `TH 09:00 ${pacific}`, '2026-09-01')),
  'k8s-provider-ibm': cadence(monthly([-1], `WE 14:00 ${newYork}`, '2026-07-01')),
  'k8s-provider-azure': cadence(monthly([3], `TU 16:00 ${pacific}`, '2026-08-01')),
  'k8s-capi-vsphere': cadence(weekly(`TH 10:00 ${pacific}`, '2020-06-25', {interval: 2})),
  'k8s-multi-network': cadence(weekly(`TU 06:00 ${pacific}`, '2025-10-28', {interval: 2})),
  'k8s-scheduling-two-slots': cadence(
    weekly('TU 09:00 Europe/Berlin', '2025-02-11', {interval: 2}),
    weekly(`TH 09:00 ${pacific}`, '2018-06-07', {interval: 2}),
  ),
  'k8s-wg-batch': cadence(weekly('TH 16:00 Europe/Berlin', '2024-02-15')),
  'k8s-sig-autoscaling': cadence(weekly('TH 17:00 Europe/Warsaw', '2026-10-08')),
  'k8s-windows-back-to-back': cadence(
    weekly(`TU 12:15 ${newYork}`, '2026-10-20'),
    weekly(`TU 12:30 ${newYork}`, '2026-10-20'),
  ),
  'k8s-provider-openstack': cadence(weekly(`WE 08:00 ${pacific}`, '2019-03-20', {interval: 2})),
  'rust-cargo-office-hours-breaks': changed(
    [weekly(`WE 10:00 ${newYork}`, '2024-12-16'), weekly(`TH 16:00 ${newYork}`, '2024-12-16')],
    skipped('2024-12-25', '2024-12-26', '2025-01-01', '2025-01-02'),
  ),
  'rust-resolver-office-hours': changed(
    [weekly(`WE 13:00 ${newYork}`, '2024-09-25')],
    skipped('2024-10-02', '2024-10-16', '2024-10-23'),
  ),
  'rust-bootstrap': cadence(monthly([1], 'MO 17:00 Europe/Paris', '2026-09-01')),
  'rust-build-std': cadence(weekly('TH 17:30 Europe/London', '2026-02-26', {interval: 2})),
  'rust-analyzer-steering': cadence(weekly('TU 14:00 UTC', '2024-11-05', {interval: 6})),
  'rust-libs': cadence(weekly(`TU 08:00 ${pacific}`, '2026-10-13')),
  'rust-council-update': cadence(
    monthly([], '- 13:00 UTC', '2026-09-01', {monthlyOn: 'date', interval: 3}),
  ),
  // "19 times" is an end date.
  'rust-colead-office-hours': cadence(
    weekly('TH 13:30 Europe/London', '2025-02-27', {interval: 2, endDate: '2025-11-06'}),
    weekly('MO 15:00 Europe/London', '2025-03-03', {interval: 2, endDate: '2025-11-10'}),
  ),
  'rust-wg-async-design': cadence(
    weekly(`TH 13:00 ${newYork}`, '2025-12-18', {endDate: '2026-01-31'}),
  ),
}
