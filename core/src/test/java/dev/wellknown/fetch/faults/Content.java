package dev.wellknown.fetch.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Bytes to serve. */
public final class Content {

  public static final String ASSETLINKS_PATH = "/.well-known/assetlinks.json";
  public static final String AASA_PATH = "/.well-known/apple-app-site-association";

  public static final String STATEMENT =
      """
      {"relation":["delegate_permission/common.handle_all_urls"],
        "target":{"namespace":"android_app","package_name":"com.example.demo",
          "sha256_cert_fingerprints":["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}}
      """;

  public static final String ASSETLINKS = "[" + STATEMENT + "]\n";

  public static final String DETAIL =
      """
      {"appIDs":["ABCDE12345.com.example.demo"],"components":[{"/":"/login"}]}
      """;

  public static final String AASA =
      "{\"applinks\":{\"details\":["
          + DETAIL
          + "]},\n"
          + "\"webcredentials\":{\"apps\":[\"ABCDE12345.com.example.demo\"]}}\n";

  private Content() {}

  /** The valid file of a path. */
  public static byte[] of(String path) {
    return utf8(path.endsWith("assetlinks.json") ? ASSETLINKS : AASA);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A file of a size in bytes, valid, with blanks inside. */
  public static byte[] padded(String path, int size) {
    String file = new String(of(path), StandardCharsets.UTF_8).strip();
    String open = file.substring(0, 1);
    return utf8(open + " ".repeat(Math.max(0, size - file.length())) + file.substring(1));
  }
}
