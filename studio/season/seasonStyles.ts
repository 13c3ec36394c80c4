/** Styles of the grid, in the colors of the card around it, so that it follows the theme of the Studio. */
export const seasonStyles = `
.season-scroll { overflow: auto; height: 100%; position: relative; border-top: 1px solid var(--card-border-color) }
.season-scroll table { min-width: 100%; border-collapse: separate; border-spacing: 0; font-size: 13px; line-height: 1.2; color: var(--card-fg-color) }
.season-scroll th, .season-scroll td { padding: 0; min-width: 42px; height: 40px; border-bottom: 1px solid var(--card-border-color); background: var(--card-bg-color); text-align: center; font-weight: 400 }
.season-scroll thead { position: sticky; top: 0; z-index: 3 }
.season-scroll thead th, .season-scroll thead td { height: 28px }
.season-scroll thead th > span { display: block }
.season-scroll th.season-month { text-align: left; font-weight: 600; white-space: nowrap; padding-left: 6px; border-left: 1px solid var(--card-border-color); overflow: hidden; max-width: 0 }
.season-scroll tr > th[scope=row], .season-scroll tr > th[scope=rowgroup], .season-scroll tr > .season-corner, .season-scroll thead tr:first-child td { position: sticky; left: 0; z-index: 2; text-align: left; padding: 4px 12px; width: 210px; min-width: 210px; max-width: 210px; box-sizing: border-box; border-right: 1px solid var(--card-border-color) }
.season-scroll .season-group { font-weight: 600; height: 24px; font-size: 12px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; background: var(--card-muted-bg-color, var(--card-bg-color)) }
.season-title { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; overflow-wrap: anywhere }
.season-state { display: block; font-size: 11px; color: var(--card-muted-fg-color) }
.season-signs { font-size: 11px; letter-spacing: 1px; white-space: nowrap }
.season-signs b { font-weight: 800 }
.season-scroll td.season-current, .season-scroll th.season-current { box-shadow: inset 1px 0 var(--card-focus-ring-color), inset -1px 0 var(--card-focus-ring-color) }
.season-scroll th.season-current { font-weight: 700 }
.season-scroll .season-break { background: repeating-linear-gradient(135deg, var(--card-bg-color) 0 5px, var(--card-border-color) 5px 6px) }
.season-scroll td[data-key] { cursor: pointer; outline: none }
.season-item { display: flex; flex-direction: column; justify-content: center; box-sizing: border-box; height: 34px; margin: 0 2px; border-radius: 4px; border: 1px solid var(--card-border-color); background: var(--card-bg-color); color: var(--card-fg-color) }
.season-item.season-open { border: 1px dashed currentcolor }
.season-positive { background: var(--card-badge-positive-bg-color); color: var(--card-badge-positive-fg-color) }
.season-primary { background: var(--card-badge-primary-bg-color); color: var(--card-badge-primary-fg-color) }
.season-caution { background: var(--card-badge-caution-bg-color); color: var(--card-badge-caution-fg-color) }
.season-critical { background: var(--card-badge-critical-bg-color); color: var(--card-badge-critical-fg-color) }
.season-critical > :first-child { text-decoration: line-through }
.season-past { border-style: dotted }
.season-scroll td[aria-selected=true] .season-item { outline: 3px solid var(--card-focus-ring-color); outline-offset: -2px; font-weight: 700 }
.season-scroll td[data-key]:focus-visible .season-item { box-shadow: 0 0 0 2px var(--card-bg-color), 0 0 0 4px var(--card-fg-color); position: relative; z-index: 1 }
@media (forced-colors: active) {
  .season-scroll td[aria-selected=true] .season-item { outline-color: Highlight }
  .season-scroll td[data-key]:focus-visible .season-item { outline: 3px dotted Highlight }
}
`
