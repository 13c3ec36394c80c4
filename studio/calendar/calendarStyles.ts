/** Mixes a part of the text color into the background, as the Studio does for quiet surfaces. */
const tint = (percent: number, color = '--card-fg-color') =>
  `color-mix(in srgb, var(${color}) ${percent}%, transparent)`

/**
 * Gives FullCalendar the colors of the card around it, light or dark, so that it looks like the rest of the Studio.
 *
 * Only variables, and classes that this tool sets: those of the theme are generated and change with each version.
 * A cadence date that needs a session has a dashed outline.
 */
export const calendarStyles = `
.touchpoints-calendar {
  --fc-classic-primary: var(--card-focus-ring-color);
  --fc-classic-primary-foreground: var(--card-bg-color);
  --fc-classic-event: var(--fc-classic-primary);
  --fc-classic-event-contrast: var(--fc-classic-primary-foreground);
  --fc-classic-background-event: var(--fc-classic-primary);
  --fc-classic-background-event-opacity: 15%;
  --fc-classic-background-event-foreground-opacity: 50%;
  --fc-classic-highlight: ${tint(12, '--card-focus-ring-color')};
  --fc-classic-today: ${tint(10, '--card-focus-ring-color')};
  --fc-classic-now: var(--card-badge-critical-fg-color);
  --fc-classic-small-dot-width: 8px;
  --fc-classic-large-dot-width: 10px;
  --fc-classic-background: var(--card-bg-color);
  --fc-classic-faint: ${tint(3)};
  --fc-classic-muted: ${tint(6)};
  --fc-classic-strong: ${tint(12)};
  --fc-classic-foreground: var(--card-fg-color);
  --fc-classic-faint-foreground: var(--card-muted-fg-color);
  --fc-classic-muted-foreground: var(--card-muted-fg-color);
  --fc-classic-border: var(--card-border-color);
  --fc-classic-strong-border: var(--card-border-color);
  background: var(--card-bg-color);
  color: var(--card-fg-color);
  font-size: 13px;
  line-height: 1.4;
  min-width: 0;
}
/* The card has the outer border. */
.touchpoints-calendar > div { margin: -1px }
.touchpoints-calendar [role=columnheader] { color: var(--card-muted-fg-color); font-weight: 500 }
.touchpoints-calendar .touchpoints-title { font-weight: 500; overflow: hidden; text-overflow: ellipsis }
.touchpoints-calendar .touchpoints-full-title { white-space: normal }
.touchpoints-calendar .touchpoints-open { border: 1px dashed var(--card-muted-fg-color) }
.touchpoints-calendar .touchpoints-cancelled { text-decoration: line-through }
.touchpoints-calendar .touchpoints-disagrees { outline: 2px solid var(--card-badge-caution-icon-color, #d97706); outline-offset: -1px }
.touchpoints-calendar :focus-visible {
  outline: none;
  box-shadow: inset 0 0 0 1px var(--card-bg-color), 0 0 0 2px var(--card-focus-ring-color);
}
@media (forced-colors: active) {
  .touchpoints-calendar :focus-visible { outline: 2px solid Highlight }
}
`
