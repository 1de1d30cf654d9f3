package dev.wellknown.serve;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.JsonText;
import dev.wellknown.registration.HostName;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How to reach a local host that was started.
 *
 * @param root the web root as it was named
 */
public record Instructions(String root, LocalHost host) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

  /** For people: lines to copy. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("serving  ").append(Printable.escape(root)).append('\n');
    out.append("as       ")
        .append(host.hosts().stream().map(HostName::value).collect(Collectors.joining(", ")))
        .append('\n');
    out.append("at       ").append(address()).append('\n');
    out.append("CA       ").append(Printable.escape(host.caFile().toString())).append('\n');
    out.append("\noptions that lead a client here:\n  ").append(shell(options())).append('\n');
    out.append("\nwhat each reader would conclude:\n  ").append(shell(check())).append('\n');
    for (Kind kind : Kind.values()) {
      out.append('\n').append(kind.path());
      if (host.serves(kind)) {
        out.append("\n  ").append(shell(curl(kind))).append('\n');
      } else {
        out.append("  not there: 404\n");
      }
    }
    return out.toString();
  }

  /** For programs. */
  public String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "wellknown-serve/1");
    root.put("root", this.root);
    root.put("address", address());
    root.put("port", host.port());
    root.put("ca", host.caFile().toString());
    root.put("hosts", host.hosts().stream().map(HostName::value).toList());
    root.put("options", options());
    List<Map<String, Object>> files = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("kind", kind.id());
      file.put("url", url(kind));
      file.put("served", host.serves(kind));
      files.add(file);
    }
    root.put("files", files);
    return JsonText.pretty(root);
  }

  private String address() {
    return "https://127.0.0.1:" + host.port();
  }

  private String url(Kind kind) {
    return "https://" + host.hosts().get(0) + "/" + kind.path();
  }

  private List<String> check() {
    List<String> words = new ArrayList<>(List.of("wellknown", "check"));
    host.hosts().forEach(each -> words.add(each.value()));
    words.addAll(options());
    return words;
  }

  /** As {@code curl} and our own network commands take them. */
  private List<String> options() {
    List<String> words = new ArrayList<>(List.of("--cacert", host.caFile().toString()));
    for (HostName each : host.hosts()) {
      words.add("--connect-to");
      words.add(host.connectTo(each));
    }
    return words;
  }

  private List<String> curl(Kind kind) {
    return List.of(
        "curl",
        "-i",
        "--cacert",
        host.caFile().toString(),
        "--connect-to",
        host.connectTo(host.hosts().get(0)),
        url(kind));
  }

  private static String shell(List<String> words) {
    return words.stream().map(Instructions::quoted).collect(Collectors.joining(" "));
  }

  /** A word as the shell of this system takes it. */
  private static String quoted(String word) {
    if (File.separatorChar == '\\') {
      return word.contains(" ") ? '"' + word + '"' : word;
    }
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
