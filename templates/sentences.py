"""The sentences of outputs: `cau.j2` holds their words, this says one of them with its facts."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

_BLANKS = re.compile(r"[ \t\n]+")


def say(macro: str, **facts: object) -> str:
    """Return the sentence `macro` of `cau.j2` filled with `facts`; raises UndefinedError.

    What stands in `facts` is text, never template: it is put in as it is.
    """
    return _BLANKS.sub(" ", str(getattr(_module(), macro)(facts))).strip().replace(" ;", ";")


@cache
def _module() -> object:
    # Plain text comes out; it is escaped where it enters XML or HTML.
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    source = resources.files("templates").joinpath("cau.j2").read_text(encoding="utf-8")
    return environment.from_string(source).module
