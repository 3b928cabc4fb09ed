"""What stands at the head of a text that is held: who printed it, at times with a letter astray.

The name is a mention of the publisher; where its letters are garbled, a correction says how it
is read and why.
"""

from mfgraph.generate.page import Page


def byline(page: Page) -> None:
    """The first sentence of a text that is held; of most sources none is."""
    if not page.stored:
        return
    name = page.publisher.word["ar"]
    # The first text is garbled, so that the least of worlds has a correction.
    garbled = page.number == 0 or page.draw.chance(page.world.tables.share("garbled"))
    printed = f"{name[:-2]}{name[-1]}{name[-2]}" if garbled else name
    sentence = page.world.tables.words["phrases"]["byline"]["ar"].format(name=printed)
    start = page.print(sentence) + sentence.index(printed)
    span = {"start": start, "end": start + len(printed)}
    page.quote(**span)
    page.add("texts/mention", entity=f"organization:{page.publisher.slug}", **span)
    if garbled:
        page.add("texts/correction", reading=name, **span)
