package dev.wellknown.app;

import dev.wellknown.json.Position;
import java.util.List;

/**
 * An {@code activity} or {@code activity-alias}.
 *
 * @param name as it stands in the file; empty where it has none
 * @param exported whether other apps, and so the browser, may start it; absent counts as yes where
 *     it has filters, as it does up to target 30 (later targets do not install without it)
 * @param enabled whether it can be started at all
 * @param filters in the order of the file
 * @param position the element's tag
 */
public record LinkActivity(
    String name, Setting exported, Setting enabled, List<IntentFilter> filters, Position position) {

  public LinkActivity {
    filters = List.copyOf(filters);
  }
}
