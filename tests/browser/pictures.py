"""Photos to send."""

import io

from PIL import Image


def jpeg(shade: int = 90, width: int = 800, height: int = 600) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (shade, 140, 120)).save(out, "JPEG")
    return out.getvalue()
