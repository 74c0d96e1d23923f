/** Our own pages as HTML: one form, no script, nothing fetched from elsewhere. */
import { createHash } from "node:crypto";
import type { Page, PageForm } from "./answer.ts";

const STYLE = `:root{color-scheme:light dark;font:17px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
body{max-width:34rem;margin:0 auto;padding:1.25rem}h1{font-size:1.35rem;margin:.2rem 0 .8rem}p{margin:.4rem 0;overflow-wrap:anywhere}
label{display:block;font-weight:600;margin-top:1.1rem}.hint{display:block;font-size:.88rem;opacity:.8;font-weight:400}
.from{font-size:.88rem;opacity:.8;margin:0}
input{font:inherit;font-weight:400;width:100%;box-sizing:border-box;margin-top:.35rem;padding:.6rem;border:1px solid #767676;border-radius:.4rem}
input[name=code]{max-width:9em;letter-spacing:.18em}
button{font:inherit;font-weight:600;margin-top:1.4rem;padding:.7rem 1.4rem;border:0;border-radius:.4rem;background:#1264a3;color:#fff}
button:focus-visible,input:focus-visible{outline:3px solid #e8912d;outline-offset:2px}
.problem{border-left:.3rem solid #c0392b;padding:.4rem .8rem;font-weight:600}`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** How every page of ours begins its policy, whatever its style is: what tells it from a proxy's page. */
export const OWN_POLICY = "default-src 'none'; style-src 'sha256-";

/** Nothing but our own style and a form to ourselves: no script, no picture, no frame around it. */
export const CONTENT_POLICY = `${OWN_POLICY}${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function pageHtml({ language, from, title, lines, problem, form }: Page): string {
  const said = [
    ...(problem === undefined ? [] : [`<p class="problem" role="alert">${escaped(problem)}</p>`]),
    ...lines.map((text) => `<p>${escaped(text)}</p>`),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main><p class="from">${escaped(from)}</p><h1>${escaped(title)}</h1>
${said.join("\n")}
${form === undefined ? "" : formHtml(form)}</main></body></html>
`;
}

function formHtml({ code, files, submit }: PageForm): string {
  const typed = code.typed === undefined ? "" : ` value="${escaped(code.typed)}"`;
  const encoding = files === undefined ? "" : ' enctype="multipart/form-data"';
  const choose =
    files === undefined
      ? ""
      : `<label>${escaped(files.label)} <span class="hint">${escaped(files.hint)}</span>
<input type="file" name="files" accept="${escaped(files.accept)}"${files.several ? " multiple" : ""} required></label>
`;
  return `<form method="post"${encoding}>
<label>${escaped(code.label)} <span class="hint">${escaped(code.hint)}</span>
<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" maxlength="12"${typed} required></label>
${choose}<button>${escaped(submit)}</button></form>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}
