"""Photos of activities that nobody has to be asked for: drawn, and different for each number."""

import random
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 960, 720
HORIZON = 430
COATS = ("#c8553d", "#588b8b", "#f28f3b", "#2d3047", "#93b7be", "#a37a74")
SKIES = ("#cfe8ef", "#fbe3c8", "#d9ead3", "#e4dcf1")
GROUNDS = ("#88a47c", "#b59f78", "#7d98a1", "#9a8fb0")


def drawing(number: int) -> bytes:
    """People who stand together before a house, as a JPEG."""
    chance = random.Random(number)  # noqa: S311 - a picture, not a secret
    picture = Image.new("RGB", (WIDTH, HEIGHT), SKIES[number % len(SKIES)])
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, HORIZON, WIDTH, HEIGHT), GROUNDS[number % len(GROUNDS)])
    _house(pen, chance.randrange(60, 420))
    for place in range(chance.randrange(4, 7)):
        _person(pen, 120 + place * 130 + chance.randrange(-20, 20), chance)
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def _house(pen: ImageDraw.ImageDraw, left: int) -> None:
    pen.rectangle((left, 200, left + 380, HORIZON + 20), "#f7f3ea")
    pen.polygon(((left - 30, 200), (left + 190, 90), (left + 410, 200)), "#9d5c4b")
    for window in range(3):
        start = left + 40 + window * 115
        pen.rectangle((start, 250, start + 70, 330), "#7fa6b5")


def _person(pen: ImageDraw.ImageDraw, x: int, chance: random.Random) -> None:
    y = chance.randrange(380, 450)
    pen.rounded_rectangle((x - 42, y + 60, x + 42, y + 230), 34, chance.choice(COATS))
    pen.ellipse((x - 32, y - 8, x + 32, y + 56), "#e8c4a0")
    pen.pieslice((x - 34, y - 14, x + 34, y + 50), 180, 360, "#3b302a")
