"""Rujukan: a citation of a regulation, as an entry of dasar_hukum writes it.

`parse_rujukan` reads one; `Rujukan` is the frozen value. Which regulations there are, and which are revoked, is
the business of `sopkit.model.regulasi`.
"""

from sopkit.model.rujukan.citation import JUNCTO, Rujukan, RujukanKey, citation_key
from sopkit.model.rujukan.kind import Jenis, Scope
from sopkit.model.rujukan.parse import parse_rujukan

__all__ = ["JUNCTO", "Jenis", "Rujukan", "RujukanKey", "Scope", "citation_key", "parse_rujukan"]
