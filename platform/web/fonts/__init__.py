"""The faces as they came, and how they are cut to what pages use: ``make fonts``.

``faces.py`` says what is wanted, ``cut.py`` makes the files, ``rules.py`` the styles that name them. Nothing
here runs with the product.
"""
