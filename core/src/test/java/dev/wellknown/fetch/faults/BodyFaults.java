package dev.wellknown.fetch.faults;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Good answers with files that are not. */
final class BodyFaults {

  private static final byte[] NUL = new byte[4096];

  private BodyFaults() {}

  static Map<String, Behaviour> all(TestAuthority authority) {
    Map<String, UnaryOperator<String>> texts = new LinkedHashMap<>();
    texts(texts);
    numbers(texts);
    strings(texts);
    shapes(texts);
    Map<String, Behaviour> all = new LinkedHashMap<>();
    texts.forEach(
        (name, change) ->
            all.put(
                name,
                served(
                    authority,
                    name,
                    path ->
                        Content.utf8(
                            change.apply(new String(Content.of(path), StandardCharsets.UTF_8))))));
    bytes(authority, all);
    return all;
  }

  /** Makes the file of a path. */
  @FunctionalInterface
  private interface File {
    byte[] of(String path);
  }

  private static Behaviour served(TestAuthority authority, String name, File file) {
    return Behaviour.tls(
        authority.good(name + ".faults.test"),
        Behaviour.kept((to, path) -> to.answer(ControlFaults.JSON, file.of(path))));
  }

  private static boolean isAndroid(String file) {
    return file.startsWith("[");
  }

  private static void bytes(TestAuthority authority, Map<String, Behaviour> all) {
    File utf16 = path -> encoded(path, StandardCharsets.UTF_16LE);
    all.put(
        "utf16le-bom",
        served(
            authority,
            "utf16le-bom",
            path -> Content.joined(new byte[] {(byte) 0xff, (byte) 0xfe}, utf16.of(path))));
    all.put(
        "utf16be", served(authority, "utf16be", path -> encoded(path, StandardCharsets.UTF_16BE)));
    all.put(
        "overlong-utf8",
        served(
            authority,
            "overlong-utf8",
            path ->
                new String(Content.of(path), StandardCharsets.ISO_8859_1)
                    .replace("com.example.demo", "com.example.demo\u00c0\u00af")
                    .getBytes(StandardCharsets.ISO_8859_1)));
    all.put(
        "nul-padding",
        served(authority, "nul-padding", path -> Content.joined(Content.of(path), NUL)));
    all.put(
        "pkcs7-broken",
        served(
            authority,
            "pkcs7-broken",
            path ->
                path.endsWith("json")
                    ? Content.of(path)
                    : Content.joined(
                        new byte[] {
                          0x30, (byte) 0x84, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f, 6, 9
                        },
                        Content.of(path))));
    all.put(
        "root-only",
        Behaviour.tls(
            authority.good("root-only.faults.test"),
            Behaviour.kept(
                (to, path) ->
                    to.answer(
                        path.equals(Content.AASA_PATH) ? "404 Not Found" : ControlFaults.JSON,
                        Content.of(path)))));
  }

  private static byte[] encoded(String path, Charset charset) {
    return new String(Content.of(path), StandardCharsets.UTF_8).getBytes(charset);
  }

  private static void texts(Map<String, UnaryOperator<String>> all) {
    all.put("nul-in-string", file -> file.replace("com.example", "com\0example"));
    all.put("raw-control", file -> file.replace("com.example", "com\t\u001bexample"));
    all.put("empty", file -> "");
    all.put("whitespace", file -> "  \n\r\n\t ");
    all.put("trailing-comma", file -> file.replaceAll("}\\s*]", "},]"));
    all.put("trailing-garbage", file -> file + "garbage");
    all.put(
        "comments", file -> "// note\n" + file.replace("\"com.example", "/* x */\"com.example"));
    all.put("single-quotes", file -> file.replace('"', '\''));
    all.put(
        "unquoted-keys",
        file -> file.replace("\"relation\"", "relation").replace("\"applinks\"", "applinks"));
  }

  private static String member(String file, String member) {
    return isAndroid(file)
        ? file.replace("\"relation\"", member + ",\"relation\"")
        : file.replace("{\"applinks\"", "{" + member + ",\"applinks\"");
  }

  private static void numbers(Map<String, UnaryOperator<String>> all) {
    all.put("number-1e999", file -> member(file, "\"x\":1e999"));
    all.put("number-in-statement", file -> isAndroid(file) ? member(file, "\"x\":1") : file);
    all.put("number-1mb", file -> member(file, "\"x\":" + "1".repeat(1_000_000)));
    all.put("number-exponent", file -> member(file, "\"x\":[1e2147483647,1e-99999999999]"));
    all.put("deep-arrays-100k", file -> "[".repeat(100_000) + "]".repeat(100_000));
    all.put("deep-objects-100k", file -> "{\"a\":".repeat(100_000));
    all.put(
        "deep-unknown-5k", file -> member(file, "\"x\":" + "[".repeat(5000) + "]".repeat(5000)));
    all.put(
        "array-10mb",
        file ->
            "["
                + (Content.STATEMENT + ",").repeat(10_485_760 / Content.STATEMENT.length())
                + Content.STATEMENT
                + "]");
    all.put("string-5mb", file -> "\"" + "x".repeat(5 * 1024 * 1024) + "\"");
    all.put(
        "statements-3000",
        file ->
            isAndroid(file)
                ? "[" + (Content.STATEMENT + ",").repeat(2999) + Content.STATEMENT + "]"
                : file);
    all.put("hash-collisions", file -> member(file, collisions()));
  }

  /** "Aa" and "BB" have the same hash code, and so have all their combinations. */
  private static String collisions() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 2048; i++) {
      members.append(i == 0 ? "" : ",").append('"');
      for (int bit = 0; bit < 11; bit++) {
        members.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      members.append("\":\"\"");
    }
    return members.toString();
  }

  private static void strings(Map<String, UnaryOperator<String>> all) {
    all.put(
        "dup-keys",
        file ->
            isAndroid(file)
                ? file.replace("\"target\"", "\"target\":{},\"target\"")
                : file.replace("{\"applinks\"", "{\"applinks\":{},\"applinks\""));
    all.put(
        "dup-keys-nested",
        file ->
            file.replace("\"package_name\"", "\"package_name\":\"x.y\",\"package_name\"")
                .replace("\"appIDs\"", "\"appIDs\":[\"X.y\"],\"appIDs\""));
    all.put("lone-surrogates", file -> member(file, "\"x\":\"\\ud800 \\udfff\""));
    all.put(
        "ansi-in-strings",
        named("\\u001b]0;title\\u0007\\u001b[2J\\u001b]52;c;eA==\\u0007\\u009b31m"));
    all.put("html-in-strings", named("<script>alert(1)</script>' onx=\\\"1\\\" ]]> {{x}} ${x}"));
    all.put("formula-in-strings", named("=cmd|' /C calc'!A0"));
    all.put("log-injection", named("\\n::error::x\\n##vso[task]\\n[ERROR] BUILD FAILURE\\n"));
    all.put(
        "proto-keys",
        file -> {
          String members = "\"__proto__\":{},\"constructor\":{},\"toString\":\"x\"";
          String whole = member(file, members);
          return isAndroid(file) ? "[{" + members + "}," + whole.substring(1) : whole;
        });
    all.put(
        "pattern-bomb",
        file ->
            file.replace(
                "{\"/\":\"/login\"}",
                "{\"/\":\"/" + "*a".repeat(60) + "\",\"?\":{\"q\":\"" + "*b".repeat(60) + "\"}}"));
  }

  private static UnaryOperator<String> named(String text) {
    return file -> file.replace("com.example.demo", text);
  }

  private static void shapes(Map<String, UnaryOperator<String>> all) {
    all.put("top-string", file -> "\"text\"");
    all.put("top-number", file -> "5");
    all.put("empty-array", file -> isAndroid(file) ? "[]" : "{}");
    all.put(
        "wrong-types",
        file ->
            isAndroid(file)
                ? "[{\"relation\":5,\"target\":[]},null,true]"
                : "{\"applinks\":{\"details\":[{\"appIDs\":5,\"components\":null},true]}}");
    all.put(
        "one-bad-statement",
        file ->
            isAndroid(file)
                ? "[{\"relation\":[]}," + Content.STATEMENT + ",{\"target\":{}}]"
                : "{\"applinks\":{\"details\":[{\"appIDs\":[]},"
                    + Content.DETAIL
                    + ",{\"components\":[]}]}}");
    all.put(
        "plist-xxe",
        file ->
            "<?xml version=\"1.0\"?><!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<plist><dict><key>applinks</key><string>&x;</string></dict></plist>");
    all.put(
        "yaml-tags",
        file -> "a: &a [x,x]\nb: &b [*a,*a]\nc: !!javax.script.ScriptEngineManager [*b,*b]\n");
  }
}
