"""Component trees: the page's parts and the fragments of the panel. Nothing here depends on the Dash app."""
