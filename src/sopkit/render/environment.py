"""Where templates are found and how they run: sandboxed, escaped by default, strict about what is undefined.

jinja2 is imported when the first sheet is written, so that commands that write none do not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.render.characters import legal

if TYPE_CHECKING:
    from jinja2 import Environment

Escape = Callable[[str], str]
"""Turns text of a document into text of an output format that shows exactly it."""

_MARKER = "sheet.html.j2"
_KEPT_ENVIRONMENTS = 8


def templates_folder() -> Path:
    """The folder of our templates: inside the package where it came as a wheel, else at the top of the repository.

    Looked for from the imported package only: an editable install leaves a copy of the templates in site-packages
    that nobody keeps up to date. Raises SopkitError when the installation lacks them.
    """
    package = Path(__file__).resolve().parent.parent
    folders = [package / "templates"]
    if package.parent.name == "src":
        folders.append(package.parent.parent / "templates")
    for folder in folders:
        if (folder / _MARKER).is_file():
            return folder
    raise SopkitError(
        Text(
            f"templat lembar tidak ada di {folders[0]}; pasang ulang sopkit",
            f"the templates of the sheet are not in {folders[0]}; install sopkit again",
        )
    )


def template_files() -> dict[str, bytes]:
    """Our templates and style sheets by file name, in the order of their names."""
    folder = templates_folder()
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def fill(template: str, own: Path | None, escape: Escape, values: dict[str, object]) -> str:
    """The template called `template` filled with `values`; `own` is the folder of an office's templates, if any.

    Every text that a template prints goes through `escape` unless it is marked as written in the output's format.
    What an office's template does wrong, or tries and may not, is a SopkitError naming the template and the line.
    """
    if own is None:
        return _environment(None, escape).get_template(template).render(values)
    if not own.is_dir():
        raise SopkitError(
            Text(f"folder templat tidak ada: {own}", f"the folder of templates is not there: {own}")
        )
    try:
        return _environment(own, escape).get_template(template).render(values)
    except Exception as error:
        # a template is the office's own program: whatever it raises is a fault in it, and not ours
        raise _fault(own, template, error) from error


def _fault(own: Path, template: str, error: Exception) -> SopkitError:
    where = f"{own / template}{_line(error, template)}"
    return SopkitError(
        Text(
            f"templat {where} tidak dapat dipakai: {error}",
            f"the template {where} cannot be used: {error}",
        )
    )


def _line(error: Exception, template: str) -> str:
    """`:12`, the line of `template` at which `error` came up; empty when it did not come up in it."""
    traceback, line = error.__traceback__, getattr(error, "lineno", None)
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.endswith(template):
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return f":{line}" if line is not None else ""


@lru_cache(maxsize=_KEPT_ENVIRONMENTS)
def _environment(own: Path | None, escape: Escape) -> Environment:
    """One environment for each folder and format, because compiling templates costs more than filling them."""
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - late on purpose
    from markupsafe import Markup  # noqa: PLC0415 - late on purpose

    from sopkit.render.sandbox import Sandbox  # noqa: PLC0415 - the same

    def finalize(value: object) -> object:
        # only plain texts: Markup is text too, and undefined values must go on to complain
        return Markup(escape(legal(value))) if type(value) is str else value  # noqa: S704 - just escaped

    folders = ([own] if own else []) + [templates_folder()]
    environment = Sandbox(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # the two that do not give the same text every time
    del environment.globals["lipsum"], environment.filters["random"]
    return environment
