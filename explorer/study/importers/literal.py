"""Numbers as programs print them: torch and NumPy reprs, Python and JSON, assignments. Nothing is run.

A tokenizer and a stack, no recursion: time grows with the length of the text, depth has a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.signatures import ARRAYS
from explorer.study.json_text import TWICE
from explorer.wording import noted, say

Value: TypeAlias = "float | str | list[Value] | dict[str, Value] | None"

DEEPEST: Final = 16
MINUS: Final = "−"  # as typeset numbers have it, also this program's own
ALLOWED: Final = noted("allowed are numbers, texts, lists, tensor(...) and array(...)")
LEFT_OUT: Final = noted(
    "stands for numbers left out; allowed is a print in full: "
    "numpy.set_printoptions(threshold=sys.maxsize), torch.set_printoptions(profile='full')"
)
WORDS: Final = {"true": 1.0, "false": 0.0, "none": None, "null": None}
# Calls that only wrap what is in their brackets. No name is ever looked up.
SCALARS: Final = r"float|int|(?:np|numpy)\.(?:float|int|uint)\d+|(?:np|numpy)\.(?:bool_?|str_)"
GROUPS: Final = r"list|tuple|set|frozenset"
ARGUMENT: Final = r"(?:torch\.)?(?:device|Size)"  # those inside a tensor's repr

NAME: Final = r"[A-Za-z_]\w*+(?:\.[A-Za-z_]\w*+)*+"
DIGITS: Final = r"\d++(?:_\d++)*+"
SIGN: Final = rf"[+\-{MINUS}]?"
SKIP: Final = re.compile(r"(?:\s++|\#[^\n]*+|\\\n)*+")
LEAF: Final = re.compile(r"\[([-+.,0-9\seEnaifNAIFtyTY]*+)\]", re.ASCII)
TOKEN: Final = re.compile(
    rf"""
    (?P<number>{SIGN}(?:{DIGITS}(?:\.(?:{DIGITS})?)?|\.{DIGITS})(?:[eE]{SIGN}\d++)?(?![\w.+\-{MINUS}]))
    |(?P<special>{SIGN}(?:(?:np|numpy|math|torch|jnp)\.)?(?i:nan|inf|infinity)(?![\w.(]))
    |(?P<text>"(?:[^"\\\n]++|\\.)*+"|'(?:[^'\\\n]++|\\.)*+')
    |(?P<left_out>\.\.\.|…)
    |(?P<call>(?:{ARRAYS}|{SCALARS}|{GROUPS}|{ARGUMENT})\s*+\()
    |(?P<word>(?i:true|false|none|null)(?![\w.(]))
    |(?P<shell><tf\.[^<>]*?numpy=)
    |(?P<object><[A-Za-z][^<>\n]*+>)
    |(?P<name>{NAME})
    |(?P<open>[\[({{])
    |(?P<close>[\])}}>])
    |(?P<mark>[,:;=])
    """,
    re.ASCII | re.VERBOSE,
)
KINDS: Final = {"scalar": SCALARS, "group": GROUPS, "argument": ARGUMENT}
# What may follow a value in a program and changes no number of it.
AFTER: Final = re.compile(
    r"(?:\.(?:float|double|half|bfloat16|long|int|bool|cuda|cpu|detach|clone|numpy|tolist)\(\))++", re.ASCII
)
NOT_FINITE: Final = re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)
WORD: Final = re.compile(r"[^\s,;\[\](){}]{1,200}|.", re.DOTALL)
ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}
CLOSERS: Final = {"[": "]", "{": "}", "shell": ">"}  # all others end with a round bracket
NAMING: Final = ("top", "call", "argument")  # where a name may stand before a value


@dataclass(slots=True)
class Frame:
    """An open bracket and what was read in it. `start`: where it stands in the text."""

    kind: str
    start: int
    items: list[Value] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)  # one an item; None where it has none
    known: set[str] = field(default_factory=set)  # the keys of braces so far
    last: int = 0  # where the last item stands
    key: str | None = None  # given, its value not yet read
    comma: bool | None = None  # whether items are parted by commas; None before the second
    fresh: bool = True  # nothing read since the bracket or the last comma


class Parser:
    """Reads a text into its values, each with the name that it was given, if any."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.place = 0
        self.stack = [Frame("top", 0)]

    def read(self) -> list[tuple[str | None, Value]]:
        """Return names and values in order. Raises ImportFailure with line and column."""
        end = len(self.text)
        self._skip()
        while self.place < end:
            if not self._leaf():
                self._token()
            self._skip()
        top = self.stack[-1]
        if top.kind != "top":
            self.refuse(top.start, say("is not closed; allowed are brackets in pairs"))
        if top.key is not None:
            self.refuse(
                top.start,
                say("{name} has no value after it; {allowed}", name=quoted(top.key), allowed=say(ALLOWED)),
                show=False,
            )
        return list(zip(top.keys, top.items, strict=True))

    def refuse(self, place: int, why: str, *, show: bool = True) -> NoReturn:
        """Raise ImportFailure that names the line, the column and the text there."""
        line = self.text.count("\n", 0, place) + 1
        column = place - (self.text.rfind("\n", 0, place) + 1) + 1
        found = WORD.match(self.text, place)
        said = f"{quoted(found[0]) if found else say('the end')} " if show else ""
        message = say(
            "{file}: line {line}, column {column}: {found}{problem}",
            file=self.file,
            line=line,
            column=column,
            found=said,
            problem=why,
        )
        raise ImportFailure(message)

    # Tokens

    def _skip(self) -> None:
        self.place = self._past_blanks(self.place)

    def _past_blanks(self, place: int) -> int:
        blanks = SKIP.match(self.text, place)
        return blanks.end() if blanks else place

    def _leaf(self) -> bool:
        """Read a list of plain numbers in one go: nearly all of a long text."""
        found = LEAF.match(self.text, self.place)
        if found is None:
            return False
        inside = found[1]
        try:
            parts = inside.split(",") if "," in inside else inside.split()
            if len(parts) > 1 and not parts[-1].strip():
                parts.pop()  # a comma at the end
            row: list[Value] = list(map(float, parts))
        except ValueError:
            return False  # token by token: it may be fine, or the message must say where it is not
        self._value(row)
        self.place = found.end()
        return True

    def _token(self) -> None:
        found = TOKEN.match(self.text, self.place)
        if found is None:
            closed = self.text[self.place] not in "\"'"
            self.refuse(
                self.place,
                say("cannot be read; {allowed}", allowed=say(ALLOWED))
                if closed
                else say("is a text without an end"),
            )
        kind, token = str(found.lastgroup), found[0]
        getattr(self, f"_on_{kind}")(token)
        self.place = found.end()
        if kind == "close":
            after = AFTER.match(self.text, self.place)
            self.place = after.end() if after else self.place

    def _on_number(self, token: str) -> None:
        self._value(float(token.replace(MINUS, "-").replace("_", "")))

    def _on_special(self, token: str) -> None:
        name = token.rpartition(".")[2].lstrip("+-" + MINUS)
        self._value(float(("-" if token[0] in "-" + MINUS else "") + name))

    def _on_text(self, token: str) -> None:
        self._value(_unescaped(token[1:-1]))

    def _on_word(self, token: str) -> None:
        self._value(WORDS[token.lower()])

    def _on_left_out(self, _token: str) -> None:
        self.refuse(self.place, say(LEFT_OUT))

    def _on_object(self, _token: str) -> None:
        self._only_as_argument()
        self._value(None)

    def _on_call(self, token: str) -> None:
        name = token[:-1].rstrip()
        kind = next((kind for kind, names in KINDS.items() if re.fullmatch(names, name)), "call")
        if kind == "argument":
            self._only_as_argument()
        self._open(kind)

    def _only_as_argument(self) -> None:
        """Refuse what a tensor's repr says beside its numbers, where it stands elsewhere."""
        frame = self.stack[-1]
        if frame.key is None or frame.kind not in ("call", "argument"):
            self.refuse(self.place, say("cannot be read; {allowed}", allowed=say(ALLOWED)))

    def _on_shell(self, _token: str) -> None:
        self._open("shell")

    def _on_open(self, token: str) -> None:
        self._open(token)

    def _on_name(self, token: str) -> None:
        """Take a name: of an array, of an argument, or of a thing such as torch.float32."""
        frame = self.stack[-1]
        follows = self._past_blanks(self.place + len(token))
        next_sign = self.text[follows : follows + 1]
        takes_names = frame.kind == "argument" or (frame.kind == "call" and bool(frame.items))
        if takes_names and (frame.key is not None or next_sign != "="):
            if next_sign == "(":
                self.refuse(self.place, say("cannot be read; {allowed}", allowed=say(ALLOWED)))
            self._value(None)  # dtype=torch.float32
        elif takes_names and frame.fresh:
            frame.key = token
        elif frame.kind == "top" and frame.key is None and next_sign not in ("", "(", ")", ",", "."):
            frame.key, frame.start = token.rpartition(".")[2], self.place
        else:
            self.refuse(self.place, say("cannot be read; {allowed}", allowed=say(ALLOWED)))

    def _on_mark(self, token: str) -> None:
        frame = self.stack[-1]
        if token == ",":
            self._comma(frame)
        elif token == ":" and frame.kind == "{" and self._takes_key(frame):
            key = frame.items.pop()
            frame.keys.pop()
            frame.key = key if isinstance(key, str) else f"{key:g}"
            if frame.key in frame.known:
                self.refuse(frame.last, say(TWICE, key=quoted(frame.key)), show=False)
            frame.known.add(frame.key)
        elif token in ("=", ":") and frame.key is not None and frame.kind in NAMING:
            pass  # between a name and its value
        elif token == ";" and frame.kind == "top" and frame.key is None:
            pass
        else:
            self.refuse(self.place, say("cannot be read; {allowed}", allowed=say(ALLOWED)))

    def _on_close(self, token: str) -> None:
        frame = self.stack[-1]
        if frame.kind == "top" or CLOSERS.get(frame.kind, ")") != token:
            self.refuse(self.place, say("closes nothing that is open; allowed are brackets in pairs"))
        if frame.key is not None:
            self.refuse(
                self.place,
                say(
                    "is where the value of {name} should be; {allowed}",
                    name=quoted(frame.key),
                    allowed=say(ALLOWED),
                ),
            )
        value = self._closed(frame)
        self.stack.pop()
        self._value(value)

    # Brackets

    def _open(self, kind: str) -> None:
        if len(self.stack) > DEEPEST:
            self.refuse(
                self.place, say("opens lists in lists without end; allowed are {most} levels", most=DEEPEST)
            )
        self.stack.append(Frame(kind, self.place))

    def _value(self, value: Value) -> None:
        """Put a value where it belongs; blanks part values as NumPy prints them, or commas do."""
        frame = self.stack[-1]
        if frame.key is not None and frame.kind in ("call", "argument"):
            frame.key, frame.fresh = None, False  # an argument such as dtype: not needed
            return
        if not frame.fresh and frame.key is None and frame.kind != "top":
            if frame.kind != "[" or frame.comma:
                self.refuse(self.place, say("follows without a comma; allowed is one between two values"))
            frame.comma = False
        frame.items.append(value)
        frame.keys.append(frame.key)
        frame.last = self.place
        frame.key, frame.fresh = None, False

    def _comma(self, frame: Frame) -> None:
        if frame.fresh or frame.comma is False or frame.key is not None:
            self.refuse(self.place, say("is not expected here; allowed is one between two values"))
        if frame.kind != "top":
            frame.comma, frame.fresh = True, True

    @staticmethod
    def _takes_key(frame: Frame) -> bool:
        """Whether the last value of braces can be a key."""
        if not frame.items or frame.fresh or frame.key is not None or frame.keys[-1] is not None:
            return False
        after_pairs = len(frame.items) == 1 or frame.keys[0] is not None
        return after_pairs and isinstance(frame.items[-1], str | float)

    def _closed(self, frame: Frame) -> Value:
        items = frame.items
        if frame.kind == "{" and (not items or frame.keys[0] is not None):
            if None in frame.keys:
                self.refuse(
                    self.place, say("is where a ':' and a value should be; allowed is {'logits': [...]}")
                )
            return {str(key): item for key, item in zip(frame.keys, items, strict=True)}
        if frame.kind == "(" and len(items) == 1 and not frame.comma:
            return items[0]
        if frame.kind in ("[", "(", "{"):
            return items
        if not items:
            if frame.kind in ("group", "argument"):
                return []
            self.refuse(frame.start, say("has no numbers in it; {allowed}, not sparse", allowed=say(ALLOWED)))
        value = items[0]
        if frame.kind == "scalar" and isinstance(value, str) and NOT_FINITE.fullmatch(value):
            return float(value)  # float('nan')
        return value


def parsed(text: str, file: str) -> list[tuple[str | None, Value]]:
    """Return the values of a text in order, each with its name or None. Raises ImportFailure."""
    return Parser(text, file).read()


def _unescaped(text: str) -> str:
    r"""Return a quoted text as it is meant: \n, \u732b and pairs of surrogates become letters."""
    if "\\" not in text:
        return text
    plain = ESCAPE.sub(_letter, text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _letter(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else ESCAPES.get(found[3], found[3])
