"""The mark of a value class: a frozen dataclass that takes next to no time to make."""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import NoReturn, TypeVar, dataclass_transform

Made = TypeVar("Made")

Parts = tuple[Field[object], ...]
"""The fields of a value class, in order."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Made]) -> type[Made]:
    """Make `kind` a dataclass that is frozen, slotted, and equal by its fields.

    `dataclass(frozen=True)` writes and compiles six methods for each class, which takes as long
    as all else that loads a module of values, and a start waits for it a hundred times.
    Here none is compiled but the constructor, when the first value is made, and that once for
    all classes of as many fields.
    """
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    assert is_dataclass(made)
    for name, method in _methods(made, fields(made)).items():
        setattr(made, name, method)
    return made


def _methods(made: type, parts: Parts) -> dict[str, Callable[..., object]]:
    shown = [part.name for part in parts if part.repr]
    compared = _getter([part.name for part in parts if part.compare])

    def construct(self: object, *given: object, **named: object) -> None:
        constructor = _constructor(made, parts)
        type.__setattr__(made, "__init__", constructor)
        constructor(self, *given, **named)

    def show(self: object) -> str:
        words = (f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{made.__qualname__}({', '.join(words)})"

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if type(other) is made else NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    return {
        "__init__": construct,
        "__repr__": show,
        "__eq__": equal,
        "__hash__": hashed,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }


def _refuse(self: object, name: str, *anything: object) -> NoReturn:
    del self, anything
    raise FrozenInstanceError(f"{name!r} cannot change: it is part of a value")


def _getter(names: list[str]) -> Callable[[object], object]:
    """Return a function that returns the attributes `names` of an object, together."""
    return attrgetter(*names) if names else lambda _: ()


def _constructor(made: type, parts: Parts) -> Callable[..., None]:
    """Return a function that takes the fields of `made` by place or by name, and keeps them."""
    taken = [part for part in parts if part.init]
    makers = {part.name: part.default_factory for part in taken if _is_made_anew(part)}
    plain = _plain_constructor(
        tuple(map(_is_made_anew, taken)), settles=hasattr(made, "__post_init__")
    )
    named = {f"field_{place}": part.name for place, part in enumerate(taken)}
    code = plain.replace(
        co_varnames=tuple(named.get(name, name) for name in plain.co_varnames),
        co_consts=tuple(named.get(value, value) for value in plain.co_consts),
        co_qualname=f"{made.__qualname__}.__init__",
    )
    known = {"_keep": object.__setattr__, "_MISSING": MISSING, "_makers": makers}
    usual = (part.default for part in taken if part.default is not MISSING or _is_made_anew(part))
    return FunctionType(code, known, "__init__", tuple(usual))


def _is_made_anew(part: Field[object]) -> bool:
    return part.default_factory is not MISSING


@cache
def _plain_constructor(made_anew: tuple[bool, ...], *, settles: bool) -> CodeType:
    """Return a constructor whose fields have no names yet, so that many classes share it.

    `made_anew` says of each field whether it is made for each value that is not given it.
    """
    words, lines = ["self"], []
    for place, anew in enumerate(made_anew):
        word = argument = f"field_{place}"
        if anew:
            argument = f"_makers[{word!r}]() if {word} is _MISSING else {word}"
        words.append(word)
        lines.append(f" _keep(self, {word!r}, {argument})")
    if settles:
        lines.append(" self.__post_init__()")
    found: dict[str, object] = {}
    text = "\n".join((f"def construct({', '.join(words)}):", *lines, " pass"))
    exec(text, found)  # noqa: S102 - dataclass makes its methods in the same way
    constructor = found["construct"]
    assert isinstance(constructor, FunctionType)
    return constructor.__code__
