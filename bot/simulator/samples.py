"""A photo and a voice note that any phone can send, made here so that no file is needed."""

from __future__ import annotations

import io
import math
import struct
import wave
import zlib

WIDTH, HEIGHT = 160, 120
RATE = 8_000


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pixel(x: int, y: int) -> bytes:
    """An evening sky over hills."""
    hill = HEIGHT * (0.62 + 0.12 * math.sin(x / 23) + 0.05 * math.sin(x / 9))
    if y > hill:
        return bytes((38, 70, 83))
    if (x - 112) ** 2 + (y - 38) ** 2 < 260:
        return bytes((255, 209, 102))
    return bytes((max(0, 244 - y), 162 - y // 3, 97 + y // 2))


def photo() -> bytes:
    """A small PNG."""
    rows = (b"\0" + b"".join(_pixel(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + _chunk(b"IEND", b"")
    )


def voice() -> bytes:
    """One second of WAV, a soft hum that fades."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        loud = (
            9_000 * (1 - i / RATE) * math.sin(i * 2 * math.pi * 220 / RATE) for i in range(RATE)
        )
        file.writeframes(b"".join(struct.pack("<h", int(sample)) for sample in loud))
    return out.getvalue()


SAMPLES = {"photo": ("image/png", photo()), "voice": ("audio/wav", voice())}
