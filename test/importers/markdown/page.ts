/** A legacy page for tests, with every form that the readers accept and some that they do not. */
export const page = `---
title: Community Meetings
url: "/community/calls/"
weight: 30
---

Welcome to our [calls](https://example.org/calls).

## Learning Space

Guests present. Conversations follow the Chatham House Rule.

### Next Thursday Touchpoint

#### \u201a\u2260\u00ea Supply chains \u201a\u2260\u00ea

- Date: April, Thursday 11th - 2:00 to 3:00 pm CET
- Guests: Ada (Example Foundation), Grace Hopper (Navy)
- Link to the call: see [here](https://example.org/community/#calendar)

[Agenda](https://github.com/example/talks/discussions/7)

- Updates on policy
- Q&A: [SBOMs](https://example.org/sbom)

### Next Friday Touchpoint

Date: April, Monday 12 - 17:30 to 18:30 pm CET

### Past Recordings - Webinars 2023

- [One](https://youtu.be/aaaaaaaaaaa?si=tracked)
- [All of 2022](https://www.youtube.com/playlist?list=PLaaaaaaaaaaaaaaaa)

    * Submit a [CFP](https://example.org/cfp)

{{< spacer 40 >}}

## Contributor Space

### Guide - Maintenance Phase

* Strategic Goals: Write it; Keep it
* [Meeting Notes archive](https://docs.example.org/notes?utm_source=page)
* Communication Channels: [Mailing List](https://lists.example.org/g/guide) and Example Slack #wg-guide channel
* [Working repo](https://github.com/example/guide)
* Moderated by: Ada and Linus
* Bring cake

{{< wg-card
  title="Metrics Working Group"
  gh_url="https://github.com/example/metrics" gh_text="example/metrics"
  slack_text="#wg-metrics" mood="cheerful"
  cal_text="Weekly call" cal_url="https://calendar.google.com/calendar/embed?src=abc%40group.example.org"
>}}

## Touchpoints

- APAC & EMEA Touchpoints: Thursdays, 12:00 PM GMT

## Agenda 2025

| Date | Region | Time (GMT) | Speaker(s) | Topic | Tag | Recording | Mood |
|---|---|---|---|---|---|---|---|
| Monday, February 13 | EMEA & APAC | 12:00 PM | Alan Turing, Bletchley | [Machines](./Feb-13.md) | \`Theory\` | [video](https://youtu.be/bbbbbbbbbbb) | high |
| Tuesday, May 27 | AMER & EMEA | 18:00 PM | Emma Noether, Ada Lovelace | Rings | Theory | No recording: held under the Chatham House Rule | |
| someday | AMER & EMEA | 17:00 | TBA | [TBA]() | TBA | TBA | |

# Calendar

[Public link](https://calendar.google.com/calendar/embed?src=abc%40group.example.org&ctz=Europe%2FMadrid) to it

Get it in [iCal](https://calendar.google.com/calendar/ical/abc%40group.example.org/public/basic.ics) format

Have an event to add? Email info@example.org.

Time zones: [timezones.example.com](timezones.example.com), and [more][tz].

[tz]: https://example.org/tz

{{% calendars "all" %}}

| Not | an agenda |
|---|---|
| [cell](https://example.org/cell) | x |

\`\`\`sh
touchpoints import page.md
\`\`\`
`
