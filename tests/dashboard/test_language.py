"""The English words are the twin of the Chinese ones: nothing lacking, nothing over, nothing left in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter
from types import ModuleType
from typing import Any

from dashboards import text_en, text_zh

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")  # with the punctuation
_MAY_BE_CHINESE = {"OTHER_LANGUAGE"}  # the way back is written in Chinese


def _words(module: ModuleType) -> dict[str, Any]:
    return {name: value for name, value in vars(module).items() if name.isupper() and not name.startswith("_")}


def _shape(value: Any) -> Any:
    """What a value is made of, without its words; the keys of a dict are data and belong to its shape."""
    if isinstance(value, dict):
        return {key: _shape(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value), [_shape(held) for held in value]
    return type(value)


def _strings(place: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every string of a value with its place, dict keys left out."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _strings(f"{place}[{key!r}]", held)
    elif isinstance(value, (tuple, list)):
        for index, held in enumerate(value):
            yield from _strings(f"{place}[{index}]", held)


def _all_strings(module: ModuleType) -> dict[str, str]:
    return dict(pair for name, value in _words(module).items() for pair in _strings(name, value))


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_both_languages_have_the_same_names_in_the_same_order() -> None:
    assert list(_words(text_en)) == list(_words(text_zh))


def test_both_languages_have_the_same_types_keys_and_lengths() -> None:
    english = _words(text_en)
    unlike = {name for name, value in _words(text_zh).items() if _shape(english[name]) != _shape(value)}
    assert unlike == set()


def test_dict_entries_come_in_the_same_order() -> None:
    assert list(_all_strings(text_en)) == list(_all_strings(text_zh))


def test_every_string_has_the_same_placeholders() -> None:
    english = _all_strings(text_en)
    unlike = {
        place: (words, english[place])
        for place, words in _all_strings(text_zh).items()
        if _placeholders(words) != _placeholders(english[place])
    }
    assert unlike == {}


def test_only_what_is_empty_in_chinese_is_empty_in_english() -> None:
    english = _all_strings(text_en)
    assert {place for place, words in english.items() if not words.strip()} == {
        place for place, words in _all_strings(text_zh).items() if not words.strip()
    }


def test_no_english_word_is_chinese() -> None:
    chinese = {place: words for place, words in _all_strings(text_en).items() if _CHINESE.search(words)}
    assert set(chinese) == _MAY_BE_CHINESE
