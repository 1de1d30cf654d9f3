package dev.wellknown.app;

/** A switch of a manifest, which a build may still have to fill in. */
public enum Setting {
  /** It is true. */
  ON,
  /** It is false, or absent where absent means false. */
  OFF,
  /** A placeholder or a resource stands for it. */
  UNRESOLVED
}
