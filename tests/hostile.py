"""What strangers write to do harm: each of these would run, load, send or mislead somewhere. None asks the network: `none.invalid` has no address."""

import json
import re

import pyarrow as pa

HOSTILE = (
    # an element, and the ways out of the one that holds it
    "<script>window.hit=1</script>", "</script><script>window.hit=1</script>", "</textarea></title></style></template><img src=x onerror=window.hit=1>",
    "<!--><img src=x onerror=window.hit=1>-->", "]]><svg onload=window.hit=1>", "<noscript><p title='</noscript><img src=x onerror=window.hit=1>'>",
    # an attribute
    '"><svg onload=window.hit=1>', "' autofocus onfocus=window.hit=1 x='", '" onmouseover="window.hit=1" x="', "x` onclick=window.hit=1 `",
    '" hx-get="/console/leave" hx-trigger="load" x="', "<details open ontoggle=window.hit=1>",
    # an address
    "javascript:window.hit=1", "JaVa\tScRiPt:window.hit=1//", "data:text/html,<script>window.hit=1</script>", "<a href=javascript:window.hit=1>press</a>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>", "<object data=//none.invalid/x></object><embed src=//none.invalid/x>",
    '<meta http-equiv=refresh content="0;url=//none.invalid/">', "<base href=//none.invalid/>", "<form action=//none.invalid/><button>Log in</button></form>",
    # a drawing, a style, a font
    "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s></svg>", "<svg><use href='data:image/svg+xml,<svg id=x/>#x'></svg>",
    "<math><mtext><style><img src=x onerror=window.hit=1></style></math>", "<style>*{background:url(//none.invalid/)}</style>", "x;background:url(//none.invalid/)",
    # a template, a script that reads attributes, JSON, markdown
    "{{ 7*7 }}{% raw %}${7*7}", "<%= 7*7 %>#{7*7}", '{"__proto__":{"hit":1}}\\u003cimg src=x onerror=window.hit=1\\u003e', "[press](javascript:window.hit=1) ![x](//none.invalid/x.png)",
    # what is read otherwise than it is written
    "\u202egpj.exe\u202c", "pay\u200bpal\u2066\u2069", "&lt;img src=x onerror=window.hit=1&gt;", "\u2028window.hit=1\u2029", "%3Cscript%3Ewindow.hit=1%3C/script%3E",
)  # fmt: skip
"""Shown as they are, letter by letter, or with hidden characters named."""

_IDS = re.compile(r"^(a\d{7}|\d{4}-\d\d-\d\d.*)$")
_KEPT = {"post_id", "org_id", "rule", "closed_for"}
_TEXTS = {
    "accounts": ("handle", "display_name", "bio", "location", "url"), "profile_changes": ("old", "new"), "organisations": ("name",), "posts": ("title", "text", "url", "topic"),
    "notices": ("title", "text", "url"), "holders": ("holder",), "contacts": ("domain",), "credentials": ("issuer",), "play_rules": ("source",),
}  # fmt: skip


def of(number):
    """One of them, in turn."""
    return HOSTILE[number % len(HOSTILE)]


def many(number, most=12):
    """Several of them in one text, beginning with another each time."""
    return " ".join(of(number + n) for n in range(most))


def spoiled(name, table):
    """Write one of them in the place of every text of a table that strangers choose; a biography and a post hold many."""
    for offset, column in enumerate(_TEXTS.get(name, ())):
        if column not in table.column_names:
            continue
        make = many if column in ("bio", "text") else of
        values = [v and make(row * 3 + offset * 7) for row, v in enumerate(table[column].to_pylist())]
        place = table.column_names.index(column)
        table = table.set_column(place, column, pa.array(values, table.schema.field(column).type))
    return table


def spoiled_findings(findings):
    """Write them in the place of what findings say and of every fact that is text."""
    rows = findings.to_pylist()
    for number, row in enumerate(rows):
        row["says"] = many(number, 3)
        facts = json.loads(row["facts"])
        row["facts"] = json.dumps({k: _fact(k, v, number + n) for n, (k, v) in enumerate(facts.items())})
    return pa.Table.from_pylist(rows, findings.schema)


def _fact(key, value, number):
    if key in _KEPT:
        return value
    if isinstance(value, list):
        return [_fact(key, v, number + n) for n, v in enumerate(value)]
    return of(number) if isinstance(value, str) and value and not _IDS.match(value) else value


DANGER = r"""() => {
  const bad = [];
  for (const node of document.querySelectorAll("*")) {
    for (const a of node.attributes) if (/^on/i.test(a.name) || (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name) && /^\s*(javascript|data|vbscript):/i.test(a.value))) bad.push(node.outerHTML.slice(0, 200));
    if (/^(iframe|object|embed|base|frame|animate|use|math|img|style|noscript)$/i.test(node.localName) && !(node.localName === "noscript" && !node.textContent.includes("hit"))) bad.push(node.outerHTML.slice(0, 200));
    if (node.localName === "script" && !(node.getAttribute("src") ?? "").match(/^\/(console\/static|enter)\//)) bad.push(node.outerHTML.slice(0, 200));
    if (node.localName === "form" && !["", location.host].includes(new URL(node.getAttribute("action") ?? "", location.href).host)) bad.push(node.outerHTML.slice(0, 200));
    if (node.localName === "a" && node.href && node.host !== location.host) bad.push(node.outerHTML.slice(0, 200));
  }
  if (window.hit !== undefined || ({}).hit !== undefined) bad.push("it ran");
  if (document.body.innerText.includes("\u202e")) bad.push("a text is turned around");
  return bad;
}"""
"""Asks a page for everything that a stranger's text could have put there."""
