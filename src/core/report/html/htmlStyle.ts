import { LIGHT_TONES } from '../lightTones';

/** For a screen and for A4 and Letter alike: columns share the width there is, whatever stands in them. */
export const HTML_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #1f1f1f; background: #ffffff; font: 14px/1.45 system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; overflow-wrap: anywhere; }
h1 { margin: 1rem 0 0.5rem; font-size: 1.6rem; font-weight: 600; }
h2 { margin: 2.25rem 0 0.5rem; font-size: 1.2rem; font-weight: 600; }
h3 { margin: 1.25rem 0 0.4rem; font-size: 1rem; font-weight: 600; }
p { margin: 0.4rem 0; }
a { color: #0b57a4; }
.headline { font-size: 1.2rem; }
.part { padding: 0.5rem 0.75rem; border: 2px solid #1f1f1f; border-radius: 3px; font-weight: 600; }
.copy { margin: 0.75rem 0; padding: 0.35rem 0.75rem; border: 2px solid #1f1f1f; border-radius: 3px; break-inside: avoid; }
.facts { margin: 0.75rem 0; padding: 0; color: #4d4d4d; list-style: none; }
.bar { display: block; width: 100%; height: auto; }
.swatch { width: 1em; height: 1em; margin-right: 0.5em; vertical-align: -0.12em; }
.dot { display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; border-radius: 50%; }
.legend { max-width: 24rem; margin-top: 0.75rem; }
.legend col.number { width: 9rem; }
${LIGHT_TONES}
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 0.93em; }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid #d6d6d6; text-align: left; vertical-align: top; white-space: pre-line; }
thead th { border-bottom: 2px solid #7a7a7a; vertical-align: bottom; hyphens: auto; }
thead th.number { padding-left: 0; font-size: 0.84em; }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
col.id { width: 15rem; }
col.short { width: 8rem; }
col.number { width: 6.4rem; }
col.picture { width: 12rem; }
td ul { margin: 0; padding-left: 1.1em; }
.requirement { display: block; padding-left: 1rem; }
.why { display: block; color: #595959; font-size: 0.92em; }
.code { color: #5a2d82; font-family: Consolas, Menlo, monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.bar, .swatch, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
@page { margin: 14mm 12mm; }
@media print {
  thead th.number { font-size: 0.72em; }
  body { font-size: 8.5pt; }
  :root { font-size: 8.5pt; }
  main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr.long { break-inside: auto; }
  th, td { padding: 0.25rem 0.35rem; }
  col.id { width: 16.5rem; }
  col.short { width: 8.9rem; }
  col.number { width: 5.9rem; }
  table:has(col.id) col.number { width: 5rem; }
  col.picture { width: 8rem; }
  .requirement { padding-left: 0.4rem; }
  a { color: inherit; }
}
@media screen and (max-width: 76rem) {
  col.id { width: 22%; }
  col.short { width: 13%; }
  col.number { width: 9.5%; }
  col.picture { width: 11%; }
  thead th.number { font-size: 0.76em; }
}
@media screen and (max-width: 48rem) {
  main { padding: 0.5rem; }
  table { font-size: 0.85em; }
  th, td { padding: 0.25rem; }
  col { width: auto !important; }
}
`;
