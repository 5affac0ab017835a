"""sopkit: plain-text SOPs for Indonesian government offices, checked, timed, drawn and printed.

Nothing is imported here, so that ``sopkit --version`` starts as fast as Python does.
"""

__version__ = "0.1.0"
