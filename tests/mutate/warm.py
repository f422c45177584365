"""Puts a fault into the functions of this process, which goes on with it."""

import functools
import gc
import os
from collections import defaultdict
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from tests.mutate.faults import Fault

Key = tuple[str, str, int]


class CannotStandHere(Exception):
    """The fault is not in a function that lives in this process: it needs a fresh one."""


class Living:
    """The functions of the product's files in this process, and what they keep from call to call."""

    def __init__(self, root: Path, files: list[str]) -> None:
        self.root = root
        paths = {str(root / file) for file in files}
        self.functions: dict[Key, list[FunctionType]] = defaultdict(list)
        self.kept: list[Any] = []
        self.kept_here: list[Any] = []
        gc.unfreeze()  # what is frozen is not shown
        for one in gc.get_objects():
            if type(one) is FunctionType:  # to ask a lazy object what it is would wake it
                path = os.path.abspath(one.__code__.co_filename)
                if path in paths:
                    self.functions[path, one.__code__.co_qualname, one.__code__.co_firstlineno].append(one)
            elif type(one) is functools._lru_cache_wrapper and _is_below(root, one):
                self.kept.append(one)
                if os.path.abspath(one.__wrapped__.__code__.co_filename) in paths:
                    self.kept_here.append(one)
        gc.freeze()

    def put(self, fault: Fault) -> None:
        """From now on the function does the faulty thing, whoever holds it and under whatever decorator."""
        path, place = str(self.root / fault.file), fault.place
        faulty = [
            code
            for code in _codes(compile(fault.source, path, "exec"))
            if code.co_qualname == place.function and code.co_firstlineno <= place.first
        ]
        code = max(faulty, key=lambda code: code.co_firstlineno)
        functions = self.functions.get((path, place.function, code.co_firstlineno), [])
        if not functions or any(len(f.__code__.co_freevars) != len(code.co_freevars) for f in functions):
            raise CannotStandHere
        for function in functions:
            function.__code__ = code
        forget(self.kept)


def forget(kept: list[Any]) -> None:
    for one in kept:
        one.cache_clear()


def _is_below(root: Path, function: Any) -> bool:
    code = getattr(getattr(function, "__wrapped__", None), "__code__", None)
    path = Path(os.path.abspath(code.co_filename)) if code else Path("/")
    return root in path.parents and not {".venv", "tests"} & set(path.relative_to(root).parts)


def _codes(code: CodeType) -> list[CodeType]:
    inner = [part for part in code.co_consts if isinstance(part, CodeType)]
    return [*inner, *(deeper for part in inner for deeper in _codes(part))]
