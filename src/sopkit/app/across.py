"""The rules across files, over records: from this run, from the cache, or from the shards of several machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.app.check import Checker
from sopkit.app.linted import facts_of_record, from_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.app.options import CheckOptions
    from sopkit.app.project import Project
    from sopkit.app.records import Record
    from sopkit.diagnostics import Finding


def find_across(
    records: Sequence[Record], project: Project, options: CheckOptions
) -> dict[str, tuple[Finding, ...]]:
    """All findings, finished anew, of the files in which rules across files find something.

    `records` must be all files, in their order.

    Raises:
        SopkitError: an unknown rule is named, or a table of the office cannot be read.
    """
    checker = Checker(project, options)
    across = checker.across(tuple(filter(None, map(facts_of_record, records))))
    by_name = {record.name: record for record in records}
    return {name: checker.finish(from_record(by_name[name]), found) for name, found in across.items()}
