"""A value of an object that is worked out when first asked for: `functools.cached_property` without its lock.

What rules look at is made for one file and never shared between threads, and the lock takes longer than many a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")


class once(Generic[Answer]):  # noqa: N801 - a decorator, written as one
    """Decorates a method that asks for nothing and always answers the same; its owner needs a `__dict__`."""

    def __init__(self, ask: Callable[[Any], Answer]) -> None:
        self._ask = ask
        self.__doc__ = ask.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name under which the answer is to be found from then on."""
        self._name = name

    @overload
    def __get__(self, about: None, owner: type) -> Self: ...

    @overload
    def __get__(self, about: object, owner: type) -> Answer: ...

    def __get__(self, about: object | None, owner: type) -> Self | Answer:
        """Ask, and put the answer where Python looks before it comes here."""
        if about is None:
            return self
        answer = about.__dict__[self._name] = self._ask(about)
        return answer
