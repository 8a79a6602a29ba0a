"""Numbers as Chinese texts write them: 1,234.5 / 十五 / 两百三十 / 二〇三五 / 百分之六十五."""

from __future__ import annotations

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
CHINESE_NUMERAL = "零〇○一二两三四五六七八九十百千万亿"


def chinese_number(text: str) -> float | None:
    """Value of a Chinese numeral, or None where the characters do not form one.

    Reads positional numerals (二百三十), digit strings (二〇三五) and decimals (三点五).
    """
    if not text:
        return None
    whole, point, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return value
    if not fraction or any(c not in DIGITS for c in fraction):
        return None
    return float(f"{value:.0f}.{''.join(str(DIGITS[c]) for c in fraction)}")


def _whole(text: str) -> float | None:
    if not text:
        return None
    if all(c in DIGITS for c in text):
        return float("".join(str(DIGITS[c]) for c in text))
    total, section, digit = 0, 0, 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in SMALL:
            section += (digit or 1) * SMALL[c]
            digit = 0
        elif c in LARGE:
            section += digit
            total = ((total + section) or 1) * LARGE[c] if c == "亿" else total + (section or 1) * LARGE[c]
            section, digit = 0, 0
        else:
            return None
    return float(total + section + digit)


def arabic_number(text: str) -> float:
    """Value of an Arabic numeral with optional thousands separators, e.g. 1,234.5."""
    return float(text.replace(",", "").replace("，", ""))


def as_written(value: float) -> float | int:
    """Whole values as int, so that 69.0 is written 69."""
    return int(value) if value == int(value) else value
