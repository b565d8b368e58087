/** The text of an e-mail as HTML: its paragraphs, with what is a link to be pressed. Nothing in it is taken for markup. */
export function htmlOf(text: string): string {
  const paragraphs = text
    .split("\n\n")
    .map((paragraph) => `<p style="${paragraphStyle}">${lines(paragraph)}</p>`);
  return `<!doctype html><html lang="en"><body style="${bodyStyle}">${paragraphs.join("")}</body></html>`;
}

const bodyStyle =
  "margin:0;padding:24px;max-width:560px;font:15px/1.5 system-ui,-apple-system,Segoe UI,sans-serif";
const paragraphStyle = "margin:0 0 16px;overflow-wrap:anywhere";

function lines(paragraph: string): string {
  return paragraph.split("\n").map(lineOf).join("<br>");
}

/** Only a line that is an address and nothing else becomes a link: a receiver's answer within a sentence stays text. */
function lineOf(line: string): string {
  const escaped = escapeHtml(line);
  return /^https?:\/\/\S+$/.test(line) ? `<a href="${escaped}">${escaped}</a>` : escaped;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
