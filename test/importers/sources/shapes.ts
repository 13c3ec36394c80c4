/** A list of groups with what such lists have: roles, teams, links of a path, words for a rhythm. */
export const sigsYaml = `sigs:
  - dir: sig-tide
    name: Tide
    mission_statement: >
      Looks at the tide.
    charter_link: charter.md
    leadership:
      chairs:
        - {github: ana-r, name: Ana Ruiz, company: Harbor Works}
        - {github: li-w, name: Li Wei}
      tech_leads:
        - {github: ana-r, name: Ana Ruiz}
    meetings:
      - description: Weekly call
        day: Tuesday
        time: "16:00"
        tz: PT (Pacific Time)
        frequency: weekly
        url: \u200Bhttps://zoom.example.org/j/1?utm_source=mail
        archive_url: https://notes.example.org/tide
        recordings_url: TBD
      - description: Private chairs call
        day: Friday
        time: "9:00"
        tz: IST
        frequency: every other week
      - description: Review
        day: Wednesday
        time: "5:30"
        tz: UTC
        frequency: monthly - Wednesday, after the fourth Tuesday, every month
    contact:
      slack: tide
      mailing_list: https://groups.example.org/forum/#!forum/tide
      teams:
        - {name: tide-leads, description: Leads of the tide}
      liaison: {github: sam-o, name: Sam Okafor}
    label: tide
    subprojects:
      - name: buoys
        owners: [https://raw.example.org/buoys/OWNERS]
workinggroups:
  - dir: wg-fog
    name: Fog
    stakeholder_sigs: [Tide, Sky]
`

export const teamToml = `name = "pier"
subteam-of = "shore"
kind = "working-group"

[people]
leads = ["ana-r"]
members = ["ana-r", {github = "li-w", roles = ["council-rep-pier"]}]
alumni = ["sam-o"]

[website]
name = "Pier team"
description = "Builds the pier"
repo = "http://github.com/example-org/pier"
zulip-stream = "t-pier"
weight = 3

[[roles]]
id = "council-rep-pier"
description = "Pier"

[[lists]]
address = "pier@example.org"
`

export const calendarToml = `name = "Pier Team"

[[events]]
title = "Pier weekly"
description = """Bring your charts.
Notes: https://notes.example.org/pier"""
location = "https://jitsi.example.org/pier"
start = { date = "2026-01-06T10:00:00.00", timezone = "US/Eastern" }
end = { date = "2026-01-06T11:30:00.00", timezone = "US/Eastern" }
recurrence_rules = [ { frequency = "weekly", until = "2027-06-29T13:00:00Z" } ]
exceptions = {
    timezone = "America/New_York",
    dates = [
        "2026-12-22T15:00:00.00",
    ]
}

[[events]]
title = "Pier planning"
start = "2026-02-02T17:00:00Z"
end = "2026-02-02T18:00:00Z"
recurrence_rules = [ { frequency = "monthly", by_day = [ { day = "monday", num = 1 } ], count = 3 } ]

[[events]]
title = "Pier release"
start = "2026-02-05"
recurrence_rules = [ { frequency = "weekly", interval = 6, count = 9 } ]

[[events]]
title = "Pier walk"
start = { date = "2026-03-04T10:00:00", timezone = "IST" }
end = { date = "2026-03-04T11:00:00", timezone = "IST" }
recurrence_rules = [ { frequency = "weekly" } ]

[[events]]
title = "Pier odd days"
start = "2026-02-02T17:00:00Z"
recurrence_rules = [ { frequency = "monthly", by_set_pos = 2 } ]

[[events]]
title = "Pier opening"
start = "2026-09-02T17:00:00Z"
`

const events = [
  'BEGIN:VEVENT',
  'UID:weekly@example.org',
  'DTSTART;TZID=Europe/Madrid:20260106T180000',
  'DTEND;TZID=Europe/Madrid:20260106T190000',
  'RRULE:FREQ=WEEKLY;INTERVAL=2',
  'EXDATE;TZID=Europe/Madrid:20260331T180000',
  'SUMMARY:Book club',
  'LOCATION:https://meet.example.org/books',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:weekly@example.org',
  'RECURRENCE-ID;TZID=Europe/Madrid:20260120T180000',
  'DTSTART;TZID=Europe/Madrid:20260121T190000',
  'DTEND;TZID=Europe/Madrid:20260121T200000',
  'SUMMARY:Book club',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:once@example.org',
  'DTSTART:20260905T170000Z',
  'DTEND:20260905T180000Z',
  'SUMMARY:Members evening',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:old@example.org',
  'DTSTART:20110905T170000Z',
  'DTEND:20110905T180000Z',
  'SUMMARY:Long ago',
  'END:VEVENT',
]

export const calendarFile = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'X-WR-CALNAME:Harbor calendar',
  'X-WR-TIMEZONE:Europe/Madrid',
  ...events,
  'END:VCALENDAR',
  '',
].join('\r\n')
