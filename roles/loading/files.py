"""Reads YAML and CSV files into rows that remember the line each value stands on."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from roles.loading.problems import Problems

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times faster

Above = tuple[yaml.Node, ...]
"""The entries around one: an alias may point back at them."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What the loader wanted to see under a key; the data's schema tells an editor the same.

    Nothing set: the loader reads it elsewhere, or only lets it be.
    """

    column: Any = None
    """The model column whose kind, length and choices hold."""
    day: bool = False
    names: str = ""
    """What it names: a role, a state, ..."""
    many: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()
    starts: str = ""


class Row(dict[str, Any]):
    """One mapping of a file, with the lines its values and its lists' items stand on.

    ``asked`` fills while it is read: it has every key that may stand here.
    """

    def __init__(self, path: Path, line: int) -> None:
        super().__init__()
        self.path = path
        self.line = line
        self.lines: dict[str, int] = {}
        self.items_at: dict[str, list[int]] = {}
        self.asked: dict[str, Ask] = {}


def read_yaml(path: Path, problems: Problems) -> Row:
    """The mapping a YAML file holds; an empty one when it cannot be read."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        problems.unread(path, 1, "this file is missing.")
        return Row(path, 1)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        says = getattr(error, "problem", None) or "it is not valid text"
        problems.unread(path, mark.line + 1 if mark else 1, f"this is not YAML we can read: {says}.")
        return Row(path, 1)
    if not isinstance(node, yaml.MappingNode):
        problems.unread(path, 1, 'this file has to hold "key: value" lines.')
        return Row(path, 1)
    return _row(path, node, problems)


def rows_of(file: Row, key: str, problems: Problems) -> list[Row]:
    """The list of mappings under a key of a file or row."""
    found = file.get(key)
    if found is None or not isinstance(found, list) or not all(isinstance(item, Row) for item in found):
        if found is not None or file:
            problems.add(file.path, file.lines.get(key, file.line), f'"{key}" has to be a list of entries.')
        return []
    return found


def read_csv(path: Path, columns: Sequence[str], problems: Problems) -> list[Row]:
    """The rows of a CSV file whose first line names exactly these columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            return _table(path, reader, columns, problems)
    except FileNotFoundError:
        problems.unread(path, 1, "this file is missing.")
    except (csv.Error, UnicodeDecodeError) as error:
        problems.unread(path, 1, f"this is not a CSV file we can read: {error}.")
    return []


def _table(path: Path, reader: Any, columns: Sequence[str], problems: Problems) -> list[Row]:
    head: list[str] = next(reader, [])
    if head != list(columns):
        problems.unread(path, 1, f"the first line has to be: {','.join(columns)}")
        return []
    rows = []
    for values in reader:
        row = Row(path, reader.line_num)
        if not "".join(values).strip() and len(values) < 2:
            continue
        if len(values) != len(columns):
            problems.add(path, row.line, f"there are {len(values)} values here, not {len(columns)}.")
            continue
        row.update(zip(columns, values, strict=True))
        row.lines = dict.fromkeys(columns, row.line)
        rows.append(row)
    return rows


def _row(path: Path, node: yaml.MappingNode, problems: Problems, above: Above = ()) -> Row:
    row = Row(path, node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in row:
            problems.add(path, line, f'"{key}" stands here twice.')
        row.lines[key] = line
        if isinstance(value_node, yaml.SequenceNode):
            row.items_at[key] = [item.start_mark.line + 1 for item in value_node.value]
        row[key] = _value(path, value_node, problems, (*above, node))
    return row


def _value(path: Path, node: yaml.Node, problems: Problems, above: Above) -> Any:
    if any(node is outer for outer in above):
        problems.add(path, node.start_mark.line + 1, "this entry holds itself. Write it out.")
        return ""
    if isinstance(node, yaml.MappingNode):
        return _row(path, node, problems, above)
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, item, problems, (*above, node)) for item in node.value]
    if node.tag == "tag:yaml.org,2002:bool":
        return node.value.lower() in ("true", "yes", "on")
    if node.tag == "tag:yaml.org,2002:int":
        return int(node.value) if node.value.lstrip("-").isdigit() else str(node.value)
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
