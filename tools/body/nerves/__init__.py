"""The nerves as smooth lines inside the skin."""
