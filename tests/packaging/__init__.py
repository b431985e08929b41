"""What is installed, built and shipped: locked, the same each time, with its licences."""
