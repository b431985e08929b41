"""What is built, locked and shipped, and under which licences."""
