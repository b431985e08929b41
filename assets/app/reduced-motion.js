// Whether the reader wants no motion.
export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
