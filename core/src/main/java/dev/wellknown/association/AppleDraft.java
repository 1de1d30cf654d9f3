package dev.wellknown.association;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.App;
import dev.wellknown.registration.AppleApp;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.Publish.AppleForm;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.declaration.RegistrationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes Apple's file: an object with a member per purpose, in the order of Apple's samples. */
final class AppleDraft {

  private final Draft draft;

  AppleDraft(Draft draft) {
    this.draft = draft;
  }

  Map<String, Object> content() {
    Map<String, Object> root = new LinkedHashMap<>();
    for (Purpose purpose : Purpose.values()) {
      List<App> apps =
          draft.registration().apps().stream()
              .filter(app -> app.isOn(draft.platform()) && app.purposes().contains(purpose))
              .toList();
      Map<String, Object> service = purpose == Purpose.LINKS ? applinks(apps) : list(purpose, apps);
      if (!service.isEmpty()) {
        root.put(purpose.service(), service);
      }
    }
    return root;
  }

  private Map<String, Object> list(Purpose purpose, List<App> apps) {
    List<String> ids = new ArrayList<>();
    for (App app : apps) {
      Pointer list = Pointer.ROOT.child(purpose.service()).child("apps");
      draft.follows(list.child(ids.size()), app.declaredAt().child("ios"));
      ids.add(app.ios().map(AppleApp::appId).orElseThrow());
    }
    return ids.isEmpty() ? Map.of() : Map.of("apps", ids);
  }

  private Map<String, Object> applinks(List<App> apps) {
    boolean legacy = draft.registration().publish().appleForm() == AppleForm.LEGACY;
    List<Map<String, Object>> details = legacy ? legacy(apps) : modern(apps);
    if (details.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> service = new LinkedHashMap<>();
    if (legacy) {
      // Only systems up to iOS 12 look at it, and they want it empty.
      service.put("apps", List.of());
    }
    service.put("details", details);
    return service;
  }

  /** Apps with the same links share an entry. */
  private List<Map<String, Object>> modern(List<App> apps) {
    Map<List<Object>, List<App>> byLinks = new LinkedHashMap<>();
    for (App app : apps) {
      List<Object> components = new ArrayList<>();
      links(app).forEach(link -> components.add(component(link)));
      byLinks.computeIfAbsent(components, key -> new ArrayList<>()).add(app);
    }
    List<Map<String, Object>> details = new ArrayList<>();
    byLinks.forEach(
        (components, sharing) -> {
          Pointer entry = entry(details.size());
          List<String> ids = new ArrayList<>();
          for (App app : sharing) {
            draft.follows(entry.child("appIDs").child(ids.size()), app.declaredAt().child("ios"));
            ids.add(app.ios().map(AppleApp::appId).orElseThrow());
          }
          App first = sharing.get(0);
          draft.follows(entry, first.declaredAt());
          List<Link> links = links(first);
          for (int i = 0; i < links.size(); i++) {
            draft.follows(entry.child("components").child(i), links.get(i).declaredAt());
          }
          Map<String, Object> element = new LinkedHashMap<>();
          element.put("appIDs", ids);
          element.put("components", components);
          details.add(element);
        });
    return details;
  }

  private static Map<String, Object> component(Link link) {
    Map<String, Object> component = new LinkedHashMap<>();
    putIfGiven(component, "/", link.path());
    putIfGiven(component, "?", link.queryItems().isEmpty() ? link.query() : link.queryItems());
    putIfGiven(component, "#", link.fragment());
    putIfGiven(component, "exclude", link.exclude() ? true : null);
    putIfGiven(component, "comment", link.comment());
    putIfGiven(component, "caseSensitive", link.caseSensitive());
    putIfGiven(component, "percentEncoded", link.percentEncoded());
    return component;
  }

  private static void putIfGiven(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  /** The form that iOS 9 to 12 read as well: an entry for each app, and paths alone. */
  private List<Map<String, Object>> legacy(List<App> apps) {
    List<Map<String, Object>> details = new ArrayList<>();
    for (App app : apps) {
      Pointer entry = entry(details.size());
      List<String> paths = new ArrayList<>();
      for (Link link : links(app)) {
        String path = path(link, app);
        if (path != null) {
          draft.follows(entry.child("paths").child(paths.size()), link.declaredAt());
          paths.add(link.exclude() ? "NOT " + path : path);
        }
      }
      // An entry without rules would open every link, so an app that has none gets no entry.
      if (!paths.isEmpty()) {
        draft.follows(entry, app.declaredAt());
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("appID", app.ios().map(AppleApp::appId).orElseThrow());
        element.put("paths", paths);
        details.add(element);
      }
    }
    return details;
  }

  /** The path, where a path is all that a link says; else null, and the reason is told. */
  private @Nullable String path(Link link, App app) {
    String more = null;
    if (link.query() != null || !link.queryItems().isEmpty()) {
      more = "a query";
    } else if (link.fragment() != null) {
      more = "a fragment";
    } else if (Boolean.FALSE.equals(link.caseSensitive())) {
      more = "letters of either case";
    } else if (Boolean.FALSE.equals(link.percentEncoded())) {
      more = "decoded addresses";
    }
    if (more == null && link.path() != null) {
      return link.path();
    }
    String id = app.ios().map(AppleApp::appId).orElseThrow();
    if (link.exclude()) {
      draft.say(
          RegistrationRules.EXCLUDE_NOT_EXPRESSIBLE,
          link.declaredAt(),
          id,
          "the legacy form cannot exclude by " + more + ", and the app would open too much",
          "write publish: {appleForm: modern}, or exclude by the path alone");
    } else {
      draft.say(
          RegistrationRules.LINK_LEFT_OUT,
          link.declaredAt(),
          id,
          "the legacy form cannot match by " + more + "; the link is left out",
          "write publish: {appleForm: modern}, or match by the path alone");
    }
    return null;
  }

  private List<Link> links(App app) {
    return draft.registration().links(app, draft.platform());
  }

  private static Pointer entry(int index) {
    return Pointer.ROOT.child(AppSiteAssociation.APPLINKS).child("details").child(index);
  }
}
