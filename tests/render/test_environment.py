from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sopkit.errors import SopkitError
from sopkit.render import RENDERERS, RenderOptions, Subject
from sopkit.render.environment import templates_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own(tmp_path):
    """Write a template of an office's own and give the options that use it."""

    def write(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return RenderOptions(templates=tmp_path)

    return write


def render(content, options, name="html"):
    return RENDERERS[name].render(Subject(content), options)


def test_the_templates_are_those_of_the_repository():
    assert templates_folder() == ROOT / "templates"


def test_the_templates_beside_the_package_come_first(tmp_path):
    package = tmp_path / "pasang" / "sopkit"
    shutil.copytree(ROOT / "src" / "sopkit", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "templates").mkdir()
    (package / "templates" / "sheet.html.j2").touch()
    program = "from sopkit.render.environment import templates_folder; print(templates_folder())"
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout.strip() == str(package / "templates")


def test_an_installation_without_templates_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "sopkit.render.environment.__file__", str(tmp_path / "sopkit" / "render" / "environment.py")
    )
    with pytest.raises(SopkitError, match="install sopkit again"):
        templates_folder()


def test_jinja_is_not_loaded_before_a_sheet_is_written():
    program = "import sys, sopkit.render; print('jinja2' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.strip() == "False"


def test_an_office_can_replace_a_template(rich, own):
    assert render(rich, own("sheet.html.j2", "<p>{{ content.title }}</p>")) == "<p>Pelayanan Izin</p>"


def test_what_an_office_does_not_replace_stays_ours(rich, own):
    html = render(rich, own("sheet.css", ":root { --ink: navy; }"))
    assert "--ink: navy" in html
    assert "Mutu Baku" in html
    assert "--tint" not in html


def test_one_folder_does_not_leak_into_the_next_sheet(rich, own):
    plain = render(rich, RenderOptions())
    render(rich, own("sheet.html.j2", "lain"))
    assert render(rich, RenderOptions()) == plain


def test_texts_are_escaped_in_an_offices_own_template_too(rich, own, relabel):
    options = own("sheet.html.j2", "{{ content.title }}")
    assert render(relabel(rich, lambda _: "<b>"), options) == "&lt;b&gt;"
    own("sheet.md.j2", "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(content.title) }}")
    assert render(relabel(rich, lambda _: "a|b"), options, "md") == "a\\|b"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ content.__class__ }}",
        "{{ content.__class__.__mro__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ content|attr('__class__') }}",
        "{{ content['__class__'] }}",
        "{{ self.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(content) }}",
        "{{ '{0.__class__}'.format_map({'0': content}) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ content.rows.__len__() }}",
        "{% for i in range(10000000) %}{% endfor %}",
        "{% include '../../pyproject.toml' %}",
        "{% include '/etc/hostname' %}",
        "{{ lipsum() }}",
        "{{ content.rows|random }}",
        "{% set x = [] %}{{ x.append(1) }}",
    ],
)
def test_a_template_gets_no_further_than_the_sheet(rich, own, attack):
    with pytest.raises(SopkitError):
        render(rich, own("sheet.html.j2", f"{attack}"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("satu\n{{ tidak_ada }}", 2),
        ("{{ content.tidak_ada }}", 1),
        ("satu\ndua\n{% if %}", 3),
        ("satu\n{{ 1 / 0 }}", 2),
    ],
)
def test_a_fault_in_an_offices_template_is_named_with_its_line(rich, own, text, line):
    options = own("sheet.html.j2", text)
    with pytest.raises(SopkitError) as caught:
        render(rich, options)
    place = f"{options.templates / 'sheet.html.j2'}:{line}"
    assert place in caught.value.message.id
    assert place in caught.value.message.en


def test_a_template_that_is_not_utf_8_is_a_fault_of_the_template(rich, own):
    options = own("sheet.html.j2", "")
    (options.templates / "sheet.html.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(SopkitError, match=r"sheet\.html\.j2"):
        render(rich, options)


def test_a_folder_that_is_not_there_is_said_to_be_missing(rich, tmp_path):
    with pytest.raises(SopkitError, match="not there"):
        render(rich, RenderOptions(templates=tmp_path / "tidak-ada"))


def test_only_fields_of_our_own_records_are_given_without_question(rich):
    from sopkit.render.sandbox import _fields

    assert "title" in _fields(type(rich))
    assert not {name for name in _fields(type(rich)) if name.startswith("_")}
    for other in ("", 1, (), {}, rich.rows[0].symbols[0].kind, len, type(rich)):
        assert _fields(type(other)) == frozenset()
