package dev.wellknown.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader made of a text.
 *
 * @param value null where reading stopped; then the defects say why
 * @param values how many values were met: objects, lists and what stands in them
 */
record Parsed(@Nullable JsonValue value, int values, List<Defect> defects) {

  /** The finished tree. */
  static Parsed of(TreeBuilder tree) {
    return new Parsed(tree.root(), tree.values(), tree.defects());
  }

  /** A tree that was not finished. */
  static Parsed stopped(TreeBuilder tree) {
    return new Parsed(null, tree.values(), tree.defects());
  }
}
