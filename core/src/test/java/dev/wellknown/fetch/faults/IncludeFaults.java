package dev.wellknown.fetch.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hosts whose asset links lead elsewhere. Who follows includes judges them. */
final class IncludeFaults {

  /** How many hosts the widest list includes. */
  static final int FAN = 200;

  /** How many hosts that never answer one list includes. */
  static final int SLOW = 8;

  private static final String PATH = "/.well-known/assetlinks.json";

  private IncludeFaults() {}

  static Map<String, Behaviour> all(TestAuthority authority, int canary) {
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put("include-ok", at("good-tls13"));
    targets.put("include-self", at("include-self"));
    targets.put("include-pair-a", at("include-pair-b"));
    targets.put("include-pair-b", at("include-pair-a"));
    targets.put("include-file", "file:///etc/passwd");
    targets.put("include-jar", "jar:https://good-tls13.faults.test/a.jar!/x");
    targets.put("include-ftp", "ftp://good-tls13.faults.test/x");
    targets.put("include-data", "data:application/json,[]");
    targets.put("include-relative", "../links.json");
    targets.put("include-scheme-relative", "//good-tls13.faults.test" + PATH);
    targets.put("include-empty", "");
    targets.put("include-garbage", "not a URL");
    targets.put("include-localhost", "https://localhost:" + canary + PATH);
    targets.put("include-localhost-dot", "https://localhost.:" + canary + PATH);
    targets.put("include-decimal-ip", "https://2130706433:" + canary + PATH);
    targets.put("include-octal-ip", "https://0177.0.0.1:" + canary + PATH);
    targets.put("include-loopback-2", "https://127.1.2.3:" + canary + PATH);
    targets.put("include-v6-loopback", "https://[::1]:" + canary + PATH);
    targets.put("include-nat64", "https://[64:ff9b::7f00:1]:" + canary + PATH);
    targets.put("include-6to4", "https://[2002:7f00:1::]:" + canary + PATH);
    targets.put("include-metadata", "https://169.254.169.254" + PATH);
    targets.put("include-private-10", "https://10.0.0.1" + PATH);
    targets.put("include-private-172", "https://172.16.0.1" + PATH);
    targets.put("include-cgnat", "https://100.64.0.1" + PATH);
    targets.put("include-linklocal-v6", "https://[fe80::1]" + PATH);
    targets.put("include-multicast", "https://224.0.0.1" + PATH);
    targets.put("include-benchmark-net", "https://198.18.0.1" + PATH);
    targets.put("include-docs-net", "https://192.0.2.1" + PATH);
    targets.put("include-via-redirect", at("redirect-to-loopback"));
    targets.put("include-port-22", "https://good-tls13.faults.test:22" + PATH);
    targets.put("include-100k-url", "https://good-tls13.faults.test/" + "a".repeat(100_000));
    targets.put("include-404", at("status-404-valid-json"));
    targets.put("include-html", at("html-200"));
    targets.put("include-expired", at("expired"));
    targets.put("include-slow", at("slow-drip"));
    targets.put("include-bomb", at("gzip-bomb"));
    // The same without a port of their own, which is a reason by itself.
    targets.put("include-localhost-443", "https://localhost" + PATH);
    targets.put("include-decimal-ip-443", "https://2130706433" + PATH);
    targets.put("include-octal-ip-443", "https://0177.0.0.1" + PATH);
    targets.put("include-hex-ip-443", "https://0x7f.0.0.1" + PATH);
    targets.put("include-short-ip-443", "https://127.1" + PATH);
    targets.put("include-loopback-443", "https://127.0.0.1" + PATH);
    targets.put("include-v6-loopback-443", "https://[::1]" + PATH);
    targets.put("include-mapped-443", "https://[::ffff:127.0.0.1]" + PATH);
    targets.put("include-nat64-443", "https://[64:ff9b::7f00:1]" + PATH);
    targets.put("include-6to4-443", "https://[2002:7f00:1::]" + PATH);
    targets.put("include-userinfo", "https://user:password@good-tls13.faults.test" + PATH);
    targets.put("include-full-width", "https://\uff11\uff12\uff17.0.0.1" + PATH);
    targets.put("include-name-of-loopback", at("name-of-loopback"));
    Map<String, String> files = new LinkedHashMap<>();
    targets.forEach((name, target) -> files.put(name, "[" + include(target) + "]"));
    files.put(
        "include-fanout-200",
        IntStream.range(0, FAN)
            .mapToObj(i -> include(at("fan-" + i)))
            .collect(Collectors.joining(",", "[", "]")));
    files.put(
        "include-slow-many",
        IntStream.range(0, SLOW)
            .mapToObj(i -> include(at("slow-" + i)))
            .collect(Collectors.joining(",", "[", "]")));
    files.put(
        "include-types", "[{\"include\":5},{\"include\":null},{\"include\":[]},{\"include\":{}}]");
    files.put("include-plus-own", "[" + Content.STATEMENT + "," + include(at("good-tls13")) + "]");
    Map<String, Behaviour> all = new LinkedHashMap<>();
    files.forEach((name, file) -> all.put(name, served(authority, name, path -> file)));
    all.put(
        "include-chain",
        served(
            authority, "include-chain", path -> "[" + include(next("include-chain", path)) + "]"));
    all.put(
        "include-tree",
        served(
            authority,
            "include-tree",
            path ->
                IntStream.range(0, 10)
                    .mapToObj(
                        i -> include("https://include-tree.faults.test" + stem(path) + "/" + i))
                    .collect(Collectors.joining(",", "[", "]"))));
    return all;
  }

  private static String stem(String path) {
    return path.startsWith("/.well-known/") ? "" : path;
  }

  /** The thirty-first step is good. */
  private static String next(String host, String path) {
    int step = path.startsWith("/c") ? Integer.parseInt(path.substring(2)) + 1 : 0;
    return step > 30 ? at("good-tls13") : "https://" + host + ".faults.test/c" + step;
  }

  private static String at(String fault) {
    return "https://" + fault + ".faults.test" + PATH;
  }

  private static String include(String target) {
    return "{\"include\":\"" + target + "\"}";
  }

  /** Makes the statement list of a path. */
  @FunctionalInterface
  private interface List {
    String of(String path);
  }

  private static Behaviour served(TestAuthority authority, String name, List list) {
    return Behaviour.tls(
        authority.good(name + ".faults.test"),
        Behaviour.kept(
            (to, path) ->
                to.answer(
                    ControlFaults.JSON,
                    path.equals(Content.AASA_PATH)
                        ? Content.of(path)
                        : Content.utf8(list.of(path)))));
  }
}
