"""Translations of a data set: catalogues in gettext's PO format, and Latin names."""
