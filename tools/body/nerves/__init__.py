"""The nerves as smooth lines inside the skin, the dural sac and the ganglia."""
