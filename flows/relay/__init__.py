"""H3: one hand-over of one youth to one service, from proposed to taken in charge, or back.

machine.py says which moves exist; table.py which fact leads to which decision; consent.py decides
on her yes, structure.py on what the structure says or does not say, checks.py on days 7 to 180.
"""
