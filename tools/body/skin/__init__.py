"""The skin of the body: mesh, relief, landmarks and territories."""
