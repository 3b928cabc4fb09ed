"""How kinds of thing are told apart in every picture: by color and by shape.

A gray print still tells them apart.
"""

from typing import Final

# A color, and a shape by the name that matplotlib gives it: circle, square, triangle, diamond.
LOOKS: Final = (("#1f5f9e", "o"), ("#c8641b", "s"), ("#3b7d3b", "^"), ("#7a4fa3", "D"))
