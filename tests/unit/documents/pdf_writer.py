"""Small PDF files for tests: text at given places in a Chinese font that is not embedded, lines, pictures, locks.

Coordinates are points from the top left of an A4 page; a Chinese character is as wide as the font is high.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0


def width(text: str, size: float) -> float:
    """Width of a text in the font of `PdfPage.text`: ASCII takes half a square."""
    return sum(size / 2 if c.isascii() else size for c in text)


@dataclass
class PdfPage:
    commands: list[str] = field(default_factory=list)
    has_picture: bool = False

    def text(self, x: float, y: float, text: str, size: float = 12, matrix: str = "1 0 0 1") -> PdfPage:
        """Write a line whose baseline starts at (x, y)."""
        code = text.encode("utf-16-be").hex()
        self.commands.append(f"BT /F1 {size} Tf {matrix} {x:.2f} {HEIGHT - y:.2f} Tm <{code}> Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        self.commands.append(f"0.5 w {x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S")
        return self

    def thin_box(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        """A filled rectangle, as word processors draw their rules."""
        self.commands.append(f"{x0:.2f} {HEIGHT - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f")
        return self

    def picture(self) -> PdfPage:
        """A grey picture over the whole page, as a scanner makes it."""
        self.commands.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im1 Do Q")
        self.has_picture = True
        return self

    def paragraph(self, y: float, text: str, size: float = 12, left: float = 72, right: float = 523) -> float:
        """Running text set like a plan: an indent of two characters, full lines. Returns the y below it."""
        x, line = left + 2 * size, ""
        for character in text:
            if x + width(line + character, size) > right and character not in "，。；、":
                self.text(x, y, line, size)
                x, y, line = left, y + 1.75 * size, ""
            line += character
        self.text(x, y, line, size)
        return y + 1.75 * size


def write(pages: list[PdfPage], *, locked: bool = False, rotate: int = 0, meaning: bool = True) -> bytes:
    """A PDF file. ``locked``: needs a password that nobody knows. ``meaning`` False: codes that mean no character."""
    encoding = "UniGB-UCS2-H" if meaning else "Identity-H"
    collection = "GB1) /Supplement 2" if meaning else "Identity) /Supplement 0"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [4 0 R] >>"
        ).encode(),
        (
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 "
            f"/W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering ({collection} >> >>"
        ).encode(),
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        _stream(
            b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        ),
    ]
    kids = []
    for page in pages:
        content = _stream("\n".join(page.commands).encode("ascii"), b"")
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate} "
            f"/Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> >> >>".encode()
        )
        objects.append(content)
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>".encode()
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R"
    if locked:
        nobody = "ab" * 32
        objects.append(f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <{nobody}> /U <{nobody}> >>".encode())
        trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data: bytes, entries: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)
