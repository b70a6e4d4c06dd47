"""What stands in an Excel file, read as the zip of XML that it is."""

import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass
from io import BytesIO

SPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
MEDIA = "xl/media/"
Cells = dict[str, str]


@dataclass(frozen=True)
class Leaf:
    """One sheet of a workbook: its name, what stands in its cells, and its XML."""

    name: str
    cells: Cells
    root: ET.Element
    styles: list[dict[str, str]]
    """What is said of each style of the workbook."""

    def all(self, tag: str) -> list[ET.Element]:
        """Every element with this name."""
        return self.root.findall(f".//x:{tag}", SPACE)

    def column(self, letters: str) -> list[str]:
        """What stands in a column, from the top."""
        found = {at: said for at, said in self.cells.items() if at.rstrip("0123456789") == letters}
        return [found[at] for at in sorted(found, key=lambda at: int(at[len(letters) :]))]

    def style(self, at: str) -> dict[str, str]:
        """How a cell looks and behaves."""
        (found,) = (one for one in self.all("c") if one.attrib["r"] == at)
        return self.styles[int(found.attrib["s"])]

    def width(self, letters: str) -> float:
        """How wide a column is, in Latin characters."""
        place = ord(letters) - ord("A") + 1
        (found,) = (one for one in self.all("col") if int(one.attrib["min"]) == place)
        return float(found.attrib["width"])


def leaves(data: bytes) -> list[Leaf]:
    """The sheets in their order; every part of the file is read, so it is well-formed."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert file.testzip() is None
        names = [name for name in file.namelist() if not name.startswith(MEDIA)]
        parts = {name: ET.fromstring(file.read(name)) for name in names}  # noqa: S314 - ours
    shared = [
        "".join(text.text or "" for text in item.iterfind(".//x:t", SPACE))
        for item in parts["xl/sharedStrings.xml"]
    ]
    names = [one.attrib["name"] for one in parts["xl/workbook.xml"].iterfind(".//x:sheet", SPACE)]
    roots = [parts[f"xl/worksheets/sheet{at}.xml"] for at in range(1, len(names) + 1)]
    styles = [one.attrib for one in parts["xl/styles.xml"].iterfind(".//x:cellXfs/x:xf", SPACE)]
    return [
        Leaf(name, _cells(root, shared), root, styles)
        for name, root in zip(names, roots, strict=True)
    ]


def _cells(root: ET.Element, shared: list[str]) -> Cells:
    found: Cells = {}
    for cell in root.iterfind(".//x:c", SPACE):
        value = cell.findtext("x:v", None, SPACE)
        if value is not None:
            is_text = cell.attrib.get("t") == "s"
            found[cell.attrib["r"]] = _unescaped(shared[int(value)]) if is_text else value
    return found


def _unescaped(text: str) -> str:
    """Excel writes what looks like its own escapes as escapes."""
    return re.sub("_x005F_", "_", text)


def pictures(data: bytes) -> list[bytes]:
    """The pictures in a workbook, each once."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return [file.read(name) for name in file.namelist() if name.startswith(MEDIA)]
