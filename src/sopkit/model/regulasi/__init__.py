"""The registry of regulations: which there are, from when they hold, and by what and when they were revoked.

The facts are data, shipped with the package and extended by a project; reading the files is not done here.
"""

from sopkit.model.regulasi.period import Period, read_period
from sopkit.model.regulasi.record import read_regulation
from sopkit.model.regulasi.registry import LateRegistry, Registry
from sopkit.model.regulasi.regulation import Regulation

__all__ = ["LateRegistry", "Period", "Registry", "Regulation", "read_period", "read_regulation"]
