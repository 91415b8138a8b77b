"""The desk's translations: English in the sources, Arabic in ``locale/ar/LC_MESSAGES/django.po`` of each part.

``python -m tools.catalog update`` writes new messages of the sources into the catalogues, for a person to translate;
``compile`` makes the files that Django reads, which git does not keep; ``check`` names what is not translated.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

DESK = Path(__file__).resolve().parents[1] / "src" / "marsad" / "desk"
STRING = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
# ``gettext("…")`` and its kin, and ``_("…")``, with one to three strings
CALL = re.compile(
    rf"(?<![\w.])(_|n?p?n?gettext(?:_lazy)?|translate)\(\s*{STRING}(?:\s*,\s*{STRING})?(?:\s*,\s*{STRING})?"
)
# As in Django's own Arabic, so that its catalogue and ours merge. No dates and names: a file changes when its words do.
HEADER = r"""# Arabic of the desk.
msgid ""
msgstr ""
"Language: ar\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5;\n"

"""
Found = tuple[str, str | tuple[str, str]]  # context, message (one and many)


def parts() -> list[Path]:
    """The desk's applications that hold translations, the frame among them."""
    return sorted(path.parent for path in DESK.glob("**/locale") if path.is_dir())


def messages(part: Path) -> set[Found]:
    """What the sources of a part ask to be translated; those of parts below it are theirs."""
    others = [other for other in parts() if other != part and part in other.parents]
    found: set[Found] = set()
    for path in sorted([*part.rglob("*.py"), *part.rglob("*.html"), *part.rglob("*.txt"), *part.rglob("*.xml")]):
        if not any(other in path.parents for other in others) and "static" not in path.parts:
            found.update(_in(path))
    return found


def _in(path: Path) -> Iterator[Found]:
    from django.utils.translation.template import templatize

    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        source = templatize(source)
    for name, *quoted in CALL.findall(source):
        strings = [str(ast.literal_eval(one)) for one in quoted if one]
        context = strings.pop(0) if "p" in name.removesuffix("gettext_lazy") and name.startswith(("p", "np")) else ""
        many = name.startswith("n") and len(strings) > 1
        yield context, (strings[0], strings[1]) if many else strings[0]


def catalogue(part: Path) -> tuple[Path, Catalog]:
    """A part's Arabic catalogue and its path; a new one where there is none."""
    path = part / "locale" / "ar" / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return path, Catalog("ar", charset="utf-8")
    with path.open("rb") as file:
        return path, read_po(file, "ar")


def update(part: Path) -> None:
    """Add what is new to the catalogue and drop what the sources no longer say."""
    path, kept = catalogue(part)
    fresh = Catalog("ar", charset="utf-8")
    for context, message in sorted(messages(part), key=str):
        old: Message | None = kept.get(message, context or None)
        fresh.add(message, old.string if old else None, context=context or None, flags=old.flags if old else ())
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, fresh, width=120, omit_header=True, no_location=True)


def compile_all() -> None:
    """Write the compiled catalogue beside each catalogue."""
    for part in parts():
        path, kept = catalogue(part)
        if path.exists():
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, kept)


def untranslated(part: Path) -> list[str]:
    """The messages of a part that have no Arabic, or not in all its six numbers."""
    _path, kept = catalogue(part)
    return sorted(
        str(message) for context, message in messages(part) if not _is_whole(kept.get(message, context or None))
    )


def _is_whole(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def main() -> int:
    """Run one of the three."""
    verb = sys.argv[1] if len(sys.argv) > 1 else "check"
    if verb == "compile":
        compile_all()
    elif verb == "update":
        for part in parts():
            update(part)
    missing = {part: untranslated(part) for part in parts()} if verb != "compile" else {}
    for part, some in missing.items():
        for message in some:
            print(f"{part.relative_to(DESK.parent)}: {message}")
    return 1 if any(missing.values()) and verb == "check" else 0


if __name__ == "__main__":
    raise SystemExit(main())
