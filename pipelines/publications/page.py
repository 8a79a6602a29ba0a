"""A document as one HTML page for screens: nothing from elsewhere, readable on a phone, every text escaped."""

from __future__ import annotations

from html import escape

from pipelines.publications.blocks import Document, Table
from pipelines.publications.figures import Line, text_of

_STYLE = """
*{box-sizing:border-box}
body{font:17px/1.8 "FangSong","STFangsong","Noto Serif CJK SC",serif;color:#1a1a1a;background:#fff;margin:0 auto;
max-width:60em;padding:1em;overflow-wrap:anywhere}
h1{font:700 1.5em/1.4 "Noto Serif CJK SC","SimSun",serif;text-align:center;margin:1em 0}
h2{font:700 1.1em/1.5 "SimHei","Noto Sans CJK SC",sans-serif;margin:1.4em 0 .4em}
h3{font:1.05em/1.5 "KaiTi","Noto Serif CJK SC",serif;margin:1em 0 .3em}
p{margin:.4em 0;text-indent:2em}p.addressee,.notes p,footer p,.head p{text-indent:0}p.signature,p.date{text-align:right}
.mark{background:#b42318;color:#fff;font:700 1rem/1.5 sans-serif;padding:.4em .8em;position:sticky;top:0;
print-color-adjust:exact}
.head{text-align:center;color:#c00;border-bottom:2px solid #c00}.head .name{font-size:1.7em;font-weight:700}
.head .by{display:flex;justify-content:space-between;color:#1a1a1a;gap:1em;flex-wrap:wrap}
.wide{overflow-x:auto;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;font:14px/1.5 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;min-width:100%}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}th{background:#eee}
td.number{text-align:right;white-space:nowrap}tr.total td{font-weight:700}
.notes,footer{font-size:.85em;color:#444}footer{border-top:1px solid #333;margin-top:2em}
@media print{.mark{position:static}.wide{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}}
"""
_TAGS = {"heading": "h2", "subheading": "h3"}


def write_html(document: Document) -> str:
    """The page as text."""
    marks = "".join(f'<p class="mark">{escape(mark)}</p>\n' for mark in document.marks)
    blocks = "\n".join(_block(block.role, block.parts) for block in document.blocks)
    tables = "\n".join(_table(number, table) for number, table in enumerate(document.tables, 1))
    notes = "".join(f"<p>{_shown(note)}</p>" for note in document.footnote)
    colophon = document.colophon
    copies = f"<p>抄送：{escape(colophon.copies)}。</p>" if colophon.copies else ""
    printed = f"{colophon.day}印发" if colophon.day else ""
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(''.join(mark[:6] for mark in document.marks))}{_shown(document.title)}</title>"
        f"<style>{_STYLE}</style></head><body>\n{marks}{_head(document)}<h1>{_shown(document.title)}</h1>\n"
        f'{blocks}\n{tables}\n<div class="notes">{notes}</div>\n'
        f"<footer>{copies}<p>{escape(colophon.office)}　{escape(printed)}</p></footer>\n</body></html>\n"
    )


def _shown(line: Line) -> str:
    return escape(text_of(line))


def _head(document: Document) -> str:
    head = document.head
    if head.kind == "none":
        return ""
    by = ""
    if head.kind == "brief":
        day = escape(str(head.day)) if head.day else ""
        by = f'<p class="by"><span>{escape(head.office)}</span><span>{day}</span></p>'
    return f'<div class="head"><p class="name">{escape(head.mark)}</p><p>{_shown(head.number)}</p>{by}</div>\n'


def _block(role: str, parts: Line) -> str:
    tag = _TAGS.get(role, "p")
    kind = f' class="{role}"' if tag == "p" and role != "body" else ""
    return f"<{tag}{kind}>{_shown(parts)}</{tag}>"


def _table(number: int, table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(column.heading)}</th>' for column in table.columns)
    body = []
    for row in table.all_rows:
        cells = "".join(
            f'<td class="number">{_shown(cell)}</td>' if column.is_number else f"<td>{_shown(cell)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        kind = ' class="total"' if row is table.total else ""
        body.append(f"<tr{kind}>{cells}</tr>")
    notes = "".join(f"<p>{_shown(note)}</p>" for note in table.notes)
    return (
        f'<h2>附件{number}　{escape(table.title)}</h2>\n<div class="wide"><table><thead><tr>{heads}</tr></thead>'
        "<tbody>\n" + "\n".join(body) + f'\n</tbody></table></div>\n<div class="notes">{notes}</div>'
    )
