// How a report looks: on a light screen, on a dark one, and on paper.
import { darkInk, ink } from "./charts/chart-style.ts";

/** Charts have their colours written out; on a dark page each is replaced by its lighter sister. */
const darkColours = (Object.keys(ink) as (keyof typeof ink)[])
  .map(
    (name) =>
      `svg [fill="${ink[name]}"] { fill: ${darkInk[name]}; } svg [stroke="${ink[name]}"] { stroke: ${darkInk[name]}; }`,
  )
  .join("\n");

export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #595959; --line: #ccc; --link: #005a9c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: ${darkInk.paper}; --faint: #a8a8a8; --line: #444; --link: #8ecbff; } }
@media screen and (prefers-color-scheme: dark) { ${darkColours} }
body { font: 16px/1.5 "DejaVu Sans", Verdana, sans-serif; color: var(--ink); background: var(--paper); max-width: 54rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { line-height: 1.25; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
figure { margin: 2rem 0; } figure svg { display: block; max-width: 100%; height: auto; background: none; }
figcaption { margin-top: 0.4rem; } figcaption, .note { color: var(--faint); font-size: 0.9rem; }
nav ul { padding: 0; list-style: none; } nav li { display: inline-block; margin: 0 1rem 0.25rem 0; } a { color: var(--link); }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 0.8rem; overflow-wrap: normal; }
th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
dl { font-size: 0.85rem; } dt { font-weight: 600; } dd { margin: 0 0 0.6rem 1.5rem; }
pre { overflow-x: auto; font-size: 0.8rem; border: 1px solid var(--line); padding: 0.6rem; overflow-wrap: normal; } .answer { font-size: 1.1rem; } .question { font-style: italic; }
summary { cursor: pointer; }
.narrow { display: none; }
@media screen and (max-width: 40rem) { body { padding: 0 10px; } .usual { display: none; } .narrow { display: block; } .narrow svg { width: 100%; max-width: 24rem; } pre { white-space: pre-wrap; } }
@page { margin: 1.5cm; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #333; --line: #999; --link: #000; }
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; } h2 { margin-top: 1.5rem; }
  figure, .opening, tr, dd { break-inside: avoid; } h2, h3, dt, summary { break-after: avoid; } nav, figure details { display: none; }
  table { font-size: 8pt; } th, td { padding: 2pt 4pt; } figure svg { max-height: 20cm; } .opening svg { max-height: 17cm; } .wide { overflow: visible; } pre { white-space: pre-wrap; }
}
`;
