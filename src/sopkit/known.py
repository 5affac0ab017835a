"""What is known of a text, kept by the text: for what is asked of every text of every SOP.

For such questions `lru_cache` is too dear: it notes the order of all that it keeps at each look. What is asked more seldom
belongs there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")
LONGEST: Final = 400
"""Characters of a text that is kept."""


class Known(dict[str, Answer]):
    """The answers of `ask` by text, asked when first looked up; when there are `most`, all are forgotten.

    What is said of a long text is asked each time: few stand twice, and memory must not grow with them.
    """

    def __init__(self, ask: Callable[[str], Answer], most: int) -> None:
        super().__init__()
        self._ask = ask
        self._most = most

    def __missing__(self, text: str) -> Answer:
        """Ask, and keep the answer."""
        answer = self._ask(text)
        if len(text) > LONGEST:
            return answer
        if len(self) >= self._most:
            self.clear()
        self[text] = answer
        return answer
