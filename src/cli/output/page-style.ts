const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Escapes a text for HTML; control and bidi characters become blanks. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, " ");
}

/** Readable from 390 pixels, and on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0;padding:1rem}
main{max-width:46rem;margin:auto}
h1{font-size:1.4rem;margin:0 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
.status{font-weight:600;margin:.2rem 0;overflow-wrap:anywhere}
.finished{color:#1a7f37}.failed,.tooManyRejections{color:#cf222e}.interrupted{color:#bf8700}
.times,.limit{color:#6e7781;margin:.2rem 0;font-size:.9rem}
.bar{display:flex;height:1.5rem;border-radius:.3rem;overflow:hidden;background:#d0d7de}
table{border-collapse:collapse;width:100%;margin:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #d0d7de80;overflow-wrap:anywhere}
th{font-weight:500;white-space:nowrap}
.numbers td{text-align:right;font-variant-numeric:tabular-nums}
.numbers i{display:inline-block;width:.8rem;height:.8rem;border-radius:.2rem;margin-right:.5rem}
.reasons :is(th,td):first-child{text-align:right}
svg{width:100%;height:auto;fill:#1a7f37}
line{stroke:#cf222e;stroke-width:1.5;stroke-dasharray:6 4}
pre{background:#afb8c133;padding:.6rem;border-radius:.3rem;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}
@media print{body{padding:0}section{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
