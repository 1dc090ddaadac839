"""Stems of Chinese letters in dark themes: as heavy as in light ones, as those of Latin letters are.

Faces with PostScript outlines, such as Noto Sans CJK, Qt draws on Linux with darkened stems, blended by a
gamma of its own: light letters on dark come out half as heavy again, as if bold (QTBUG-95336). Latin
faces mostly have other outlines, where neither is done. FreeType can leave it out, but Qt has no setting for
that; so FreeType is told by the handle that Qt exports.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

LIBRARY = "libQt6Gui.so.6"
HANDLE = "_Z14qt_getFreetypev"  # FT_Library qt_getFreetype(), that of this thread


def even_stems() -> bool:
    """Let PostScript outlines of this thread be drawn as they are; False where this Qt or system has no way.

    To be called before the first text is drawn.
    """
    if sys.platform != "linux":
        return False
    place = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)) / LIBRARY
    if not place.is_file():  # any other copy would have a FreeType of its own
        return False
    try:
        library = ctypes.CDLL(str(place))
        handle_of, set_property = library[HANDLE], library["FT_Property_Set"]
    except (OSError, AttributeError):  # of another version, or with a FreeType that it keeps to itself
        return False
    handle_of.restype = ctypes.c_void_p
    set_property.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p)
    handle, is_off = handle_of(), ctypes.c_ubyte(1)
    return bool(handle) and set_property(handle, b"cff", b"no-stem-darkening", ctypes.byref(is_off)) == 0
