"""The one lower body that every figure is drawn from: skin, bones, muscles and nerves in one space."""
