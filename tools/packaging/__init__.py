"""How the atlas is built, locked, installed and listed part by part: for releases; nothing here is installed."""
