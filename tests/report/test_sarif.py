"""SARIF 2.1.0.

The schema here is our own: it describes, more strictly than the standard does, exactly the part of SARIF that sopkit
writes, from the sections of the standard named beside each object. The standard's own schema is the work of others and
is not part of this repository; what passes here passes there, because nothing is allowed that the standard does not
define.
"""

import json
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sopkit import __version__
from sopkit.errors import Text
from sopkit.report.sarif import artifact_uri, render_sarif


def closed(required, optional=None):
    properties = required | (optional or {})
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


WORD = {"type": "string", "minLength": 1}
ONE_UP = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["note", "warning", "error"]}  # 3.27.10; "none" is for results that are no findings
MESSAGE = closed({"text": {"type": "string"}})  # 3.11
URI_CHARACTERS = (
    r"^(file:///[A-Za-z]:/|file:///|(?=[^/]))([A-Za-z0-9._~/-]|%[0-9A-F]{2})*$"  # 3.4.3 and RFC 3986
)
REGION = closed(dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), ONE_UP))  # 3.30
LOCATION = {  # 3.28, 3.29, 3.4
    "physicalLocation": closed(
        {"artifactLocation": closed({"uri": {"type": "string", "pattern": URI_CHARACTERS}}), "region": REGION}
    )
}
RULE = closed(  # 3.49
    {"id": WORD, "name": WORD, "shortDescription": MESSAGE, "defaultConfiguration": closed({"level": LEVEL})},
    {"helpUri": {"type": "string", "pattern": "^https://"}},
)
RESULT = closed(  # 3.27
    {
        "ruleId": WORD,
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": closed(LOCATION), "minItems": 1, "maxItems": 1},
        "partialFingerprints": closed({"sopkitPath/v1": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}),
    },
    {
        "ruleIndex": INDEX,
        "relatedLocations": {
            "type": "array",
            "items": closed({"id": INDEX, "message": MESSAGE, **LOCATION}),
            "minItems": 1,
            "uniqueItems": True,
        },
    },
)
DRIVER = closed(  # 3.19
    {
        "name": {"const": "sopkit"},
        "version": {"const": __version__},
        "language": {"enum": ["id", "en"]},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    }
)
RUN = closed(  # 3.14
    {
        "tool": closed({"driver": DRIVER}),
        "columnKind": {"const": "unicodeCodePoints"},
        "results": {"type": "array", "items": RESULT},
    }
)
LOG = closed(  # 3.13
    {
        "$schema": {"type": "string", "pattern": "^https://docs.oasis-open.org/sarif/"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN, "minItems": 1, "maxItems": 1},
    }
)


def run(result):
    log = json.loads(render_sarif(result).encode("utf-8"))
    Draft202012Validator(LOG).validate(log)
    return log["runs"][0]


def test_the_own_schema_is_itself_valid():
    Draft202012Validator.check_schema(LOG)


def test_a_result_has_rule_place_related_places_and_fingerprint(three):
    result = run(three)["results"][1]
    mark = result.pop("partialFingerprints")
    assert mark == {"sopkitPath/v1": "252214e68d7b31a4ea412ce4032fb43c"}
    assert result == {
        "ruleId": "ALR001",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "Langkah “susun” tidak ada.\nSebutkan id yang ada,\nmisalnya periksa."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "sops/a.yaml"},
                    "region": {"startLine": 7, "startColumn": 19, "endLine": 7, "endColumn": 24},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": {"uri": "sops/a.yaml"},
                    "region": {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 16},
                },
                "message": {"text": "mungkin ini"},
            }
        ],
    }


def test_the_driver_lists_the_rules_with_their_usual_level(three):
    assert run(three)["tool"]["driver"]["rules"] == [
        {
            "id": "ALR001",
            "name": "rujukan-buntu",
            "shortDescription": {"text": "Rujukan ke langkah yang tidak ada"},
            "helpUri": "https://example.org/aturan/ALR001",
            "defaultConfiguration": {"level": "error"},
        },
        {
            "id": "IDN008",
            "name": "unit-kosong",
            "shortDescription": {"text": "Unit tidak disebut"},
            "defaultConfiguration": {"level": "note"},
        },
    ]


def test_severities_become_levels_and_a_rule_that_is_not_listed_has_no_index(three):
    results = run(three)["results"]
    assert [(r["level"], r.get("ruleIndex")) for r in results] == [
        ("note", 1),
        ("error", 0),
        ("warning", None),
    ]


def test_the_language_is_named_and_used(three):
    english = run(three._replace(language="en"))
    assert english["tool"]["driver"]["language"] == "en"
    assert english["results"][0]["message"] == {"text": "The unit is not named."}


def test_a_clean_result_says_that_it_ran_and_found_nothing(make_result):
    assert run(make_result())["results"] == []


def test_words_of_a_document_become_no_placeholder_and_no_link(make_finding, make_result):
    message = Text(id="Isi {0} dan [klik](1) [a] (b)", en="")
    (result,) = run(make_result(make_finding(message=message)))["results"]
    assert result["message"] == {"text": "Isi {{0}} dan [klik] (1) [a] (b)"}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("sops/a.yaml", "sops/a.yaml"),
        ("./sops/a.yaml", "sops/a.yaml"),
        ("-", "-"),
        ("SOP Surat #1?.yaml", "SOP%20Surat%20%231%3F.yaml"),
        ("surat: masuk.yaml", "surat%3A%20masuk.yaml"),
        ("é.yaml", "%C3%A9.yaml"),
        ("a\n\udcff.yaml", "a%0A%FF.yaml"),
        ("a\ud800.yaml", "a%5Cud800.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
        ("C:/sop/a b.yaml", "file:///C:/sop/a%20b.yaml"),
    ],
)
def test_a_file_name_becomes_a_uri(name, uri):
    assert artifact_uri(name) == uri


ODD = st.lists(st.characters() | st.sampled_from("%:#?/{}[]()\n\udcff\ud800")).map("".join)


@given(file=ODD, message=ODD)
def test_any_name_and_any_message_give_a_valid_log(make_finding, make_result, file, message):
    assert len(run(make_result(make_finding(file=file, message=Text(id=message, en=""))))["results"]) == 1


@given(st.binary(min_size=1).filter(lambda raw: not {b"/", b"."} & {bytes([byte]) for byte in raw}))
def test_the_uri_of_a_file_name_keeps_every_byte(raw):
    assert unquote_to_bytes(artifact_uri(raw.decode("utf-8", "surrogateescape"))) == raw
