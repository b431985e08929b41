"""The body as compressed meshes for the view in three dimensions."""
