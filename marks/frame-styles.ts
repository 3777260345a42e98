/** The width of the frame, the height of production's bar and the size of its corners, in pixels. */
export const sizes = { frame: 3, bar: 6, corner: 28 } as const

/** The styles of what is drawn on a page. The colors stay in forced colors too: they are what the mark says. */
export const styles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  contain: strict !important;
  forced-color-adjust: none !important;
}
.frame {
  position: absolute;
  inset: 0;
  border: ${sizes.frame}px solid var(--color);
}
.unknown .frame { border-style: dashed; }
.bar, .corner { display: none; }
.production .bar {
  position: absolute;
  inset: 0 0 auto;
  display: block;
  height: ${sizes.bar}px;
  background: var(--color);
}
.production .corner {
  position: absolute;
  display: block;
  width: ${sizes.corner}px;
  height: ${sizes.corner}px;
  background: repeating-linear-gradient(135deg, var(--color) 0 5px, var(--ink) 5px 10px);
}
.corner:nth-of-type(1) { inset: 0 auto auto 0; clip-path: polygon(0 0, 100% 0, 0 100%); }
.corner:nth-of-type(2) { inset: 0 0 auto auto; clip-path: polygon(0 0, 100% 0, 100% 100%); }
.corner:nth-of-type(3) { inset: auto 0 0 auto; clip-path: polygon(100% 0, 100% 100%, 0 100%); }
.corner:nth-of-type(4) { inset: auto auto 0 0; clip-path: polygon(0 0, 100% 100%, 0 100%); }
.corner:nth-of-type(even) { background: repeating-linear-gradient(45deg, var(--color) 0 5px, var(--ink) 5px 10px); }
.label {
  position: absolute;
  display: flex;
  gap: 6px;
  align-items: center;
  box-sizing: border-box;
  max-width: 80vw;
  height: 26px;
  padding: 0 10px;
  border-radius: 6px;
  background: var(--color);
  color: var(--ink);
  font: 400 12px/18px system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
.hanging .label { border-radius: 0 0 6px 6px; }
.production .label { height: 30px; font-size: 13px; }
.unknown .label { outline: 1px dashed var(--ink); outline-offset: -3px; }
.label span { flex: none; unicode-bidi: isolate; }
.label .name { flex: 0 1 auto; overflow: hidden; font-weight: 600; text-overflow: ellipsis; }
.label .alert, .label .ending, .label .region { padding: 0 6px; border-radius: 3px; font-weight: 700; }
.label .region { outline: 1px solid var(--ink); outline-offset: -1px; }
.label .alert { background: var(--ink); color: var(--color); letter-spacing: 0.06em; }
.label .ending { background: #ffd666; color: #3d2600; }
.label .detail::before { margin-right: 6px; content: "·"; }
.short .detail { display: none; }
.away { visibility: hidden !important; }
.aside { opacity: 0; }
@media print { :host { display: none !important; } }
`
