/**
 * The page can set colors, sizes and typefaces with custom properties, and style each part with
 * `::part`. Light or dark follows the page's `color-scheme`, not the visitor's preference alone: light
 * text on a page that is always white is unreadable. The sheet is adopted because a content security
 * policy can forbid inline styles.
 */
const css = `
:host {
  display: block;
  --text: var(--touchpoints-text, light-dark(#1c1e21, #eceef1));
  --muted: var(--touchpoints-muted, light-dark(#565d66, #a9b1bb));
  --surface: var(--touchpoints-surface, light-dark(#ffffff, #17191c));
  --line: var(--touchpoints-line, light-dark(#d5d9de, #3a4048));
  --accent: var(--touchpoints-accent, light-dark(#0b57d0, #8ab4ff));
  --on-accent: var(--touchpoints-on-accent, light-dark(#ffffff, #0c1420));
  --live: var(--touchpoints-live, light-dark(#0a6b3d, #6fdca4));
  --on-live: var(--touchpoints-on-live, light-dark(#ffffff, #0c1420));
  --radius: var(--touchpoints-radius, 6px);
  font: var(--touchpoints-font, inherit);
  color: var(--text);
}
:host([hidden]) { display: none; }
.content { background: var(--touchpoints-surface, transparent); container-type: inline-size; overflow-wrap: break-word; }
h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible, td:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px;
}
td:focus-visible { outline-offset: -5px; }
.toolbar { display: flex; flex-wrap: wrap; gap: .75rem; justify-content: space-between; align-items: center; }
button, select {
  font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--line); border-radius: var(--radius); padding: .3em .7em; min-height: 2.25em;
}
.zone { max-inline-size: 100%; }
select { max-inline-size: 100%; }
.switch { display: inline-flex; flex-wrap: wrap; }
.switch button { border-radius: 0; margin-inline-start: -1px; }
.switch button:focus-visible { z-index: 1; position: relative; }
.switch button:first-child { border-start-start-radius: var(--radius); border-end-start-radius: var(--radius); }
.switch button:last-child { border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); }
button[aria-pressed='true'] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
fieldset { border: 0; padding: 0; margin: .75rem 0; min-inline-size: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
fieldset legend { float: inline-start; padding: 0; font-weight: 600; line-height: 1.75em; }
fieldset label { line-height: 1.75em; max-inline-size: 100%; }
input { accent-color: var(--accent); margin-inline: 0 .4em; }
.dot { display: inline-block; inline-size: .7em; block-size: .7em; margin-inline-end: .4em; border-radius: 50%; background: var(--mark, var(--accent)); }
.day { border-block-start: 1px solid var(--line); padding-block: .75rem; }
.day h3 { font-size: 1em; }
.event { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .25rem 1rem; padding-block: .5rem; }
.list .event { grid-template-columns: 13rem minmax(0, 1fr); padding-block: .3rem; border-block-start: 1px solid var(--line); }
.times { font-variant-numeric: tabular-nums; }
.title { font-weight: 600; }
.list .title { font-weight: inherit; }
.note, .times { color: var(--muted); }
.sources { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9em; }
.cancelled-event .title > :first-child { text-decoration: line-through; }
.badge {
  display: inline-block; margin-inline-start: .5em; padding: .05em .5em; font-size: .8em; font-weight: 600;
  border: 1px solid currentColor; border-radius: 1em; color: var(--muted);
}
.badge.live { background: var(--live); border-color: var(--live); color: var(--on-live); }
.status .badge { margin-inline-start: 0; }
.card + .card { margin-block-start: .75rem; }
.actions { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.pages { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-block: .75rem; }
.pages h3 { font-size: 1.1em; min-inline-size: 9em; text-align: center; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
th { font-weight: 600; font-size: .85em; color: var(--muted); padding: .25rem; text-align: start; }
td { border: 1px solid var(--line); block-size: 5.5rem; vertical-align: top; padding: .25rem; cursor: pointer; overflow: hidden; position: relative; }
.outside { color: var(--muted); }
td[aria-current='date'] .number { background: var(--accent); color: var(--on-accent); border-radius: 1em; padding: 0 .45em; }
td[aria-selected='true'] { box-shadow: inset 0 0 0 2px var(--accent); }
.marks { display: block; }
.label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.mark {
  display: flex; gap: .3em; font-size: .75em; line-height: 1.4; white-space: nowrap; overflow: hidden;
  border-inline-start: 3px solid var(--mark, var(--accent)); padding-inline-start: .3em; margin-block-start: 2px;
}
.mark bdi { overflow: hidden; text-overflow: ellipsis; }
.mark.cancelled-event bdi { text-decoration: line-through; }
.week td { block-size: 8rem; }
.week .number { font-weight: 600; font-size: .85em; white-space: nowrap; }
.week .mark { display: block; white-space: normal; margin-block-start: .4em; }
.week .mark .times { display: block; }
.more { font-size: .75em; color: var(--muted); }
.selected { margin-block-start: .75rem; }
@container (max-width: 32rem) {
  .event, .list .event { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .toolbar, .zone { inline-size: 100%; }
  .pages h3 { min-inline-size: 0; flex: 1 1 6em; }
  .month td { block-size: 3.25rem; }
  .month .marks { display: flex; flex-wrap: wrap; gap: 2px; }
  .month .mark { border: 0; padding: 0; inline-size: .5rem; block-size: .5rem; border-radius: 50%; background: var(--mark, var(--accent)); color: transparent; }
  .month .mark.cancelled-event { opacity: .5; }
  .week tbody, .week tr { display: block; }
  .week td { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); block-size: auto; min-block-size: 2.25rem; margin-block-start: -1px; }
  .week .number { justify-self: start; align-self: start; }
  .week .mark { font-size: .875em; margin-block: 2px; }
  .week .mark .times { display: inline; }
}
/* A phone with large text: seven columns, or two, have no room for a word. */
@container (max-width: 18rem) {
  table, .month tbody, .month tr, .month td, .week td { display: block; }
  thead, .number { display: none; }
  .month td { block-size: auto; margin-block-start: -1px; }
  .label { position: static; inline-size: auto; clip-path: none; white-space: normal; }
}
@media (forced-colors: active) {
  button[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; border-color: Highlight; color: HighlightText; }
  td[aria-current='date'] .number { outline: 1px solid; }
  td[aria-selected='true'] { outline: 3px solid Highlight; outline-offset: -3px; }
  td:focus-visible { outline: 3px dashed Highlight; }
  .dot, .mark { forced-color-adjust: none; }
  .mark { color: CanvasText; }
  .mark * { color: inherit; }
}
`

let sheet: CSSStyleSheet | undefined

export function adoptStyles(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
  }
  root.adoptedStyleSheets = [sheet]
}
