package dev.wellknown.bench;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.match.AppleMatcher;
import dev.wellknown.match.AppleVerdict;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deciding 1,500 mixed URLs, from their texts on, by a file of so many rules: paths with and
 * without wildcards, excludes, query items, fragments, letter case, percent-escapes, variables. A
 * score counts single decisions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AppleMatchBenchmark {

  private static final int URLS = 1_500;
  private static final String APP = "K7M2Q9XR4T.org.acme.app";

  @Param({"29", "1000"})
  int rules;

  private AppleMatcher matcher;
  private String[] urls;

  @Setup
  public void write() {
    StringBuilder text =
        new StringBuilder(
            "{\"applinks\":{\"substitutionVariables\":{\"dish\":[\"pizza\",\"soup\"]},"
                + "\"details\":[{\"appIDs\":[\"K7M2Q9XR4T.org.acme.app\"],\"components\":[");
    for (int i = 0; i < rules; i++) {
      text.append(i == 0 ? "" : ",").append(rule(i));
    }
    byte[] bytes = text.append("]}]}}").toString().getBytes(StandardCharsets.UTF_8);
    matcher = AppleMatcher.of((AppSiteAssociation) AssociationFile.read(Kind.AASA, bytes, "file"));
    Random random = new Random(29);
    urls = new String[URLS];
    for (int i = 0; i < URLS; i++) {
      urls[i] = "https://shop.example.com" + url(random, random.nextInt(rules + rules / 4));
    }
  }

  private static String rule(int i) {
    return switch (i % 10) {
      case 0 -> "{\"#\":\"no_universal_links" + i + "\",\"exclude\":true}";
      case 1 -> "{\"/\":\"/help" + i + "/website/*\",\"exclude\":true}";
      case 2 -> "{\"/\":\"/help" + i + "/*\",\"?\":{\"articleNumber\":\"????\"}}";
      case 3 -> "{\"/\":\"/$(lang)/menu" + i + "/$(dish)\"}";
      case 4 -> "{\"/\":\"/Account" + i + "/*\",\"caseSensitive\":false}";
      case 5 -> "{\"/\":\"/caf" + i + "é/*\",\"percentEncoded\":false}";
      case 6 -> "{\"/\":\"/order" + i + "/$(digit)$(digit)$(digit)\"}";
      case 7 -> "{\"/\":\"/p" + i + "/*/reviews\"}";
      default -> "{\"/\":\"/section" + i + "/*\"}";
    };
  }

  private static String url(Random random, int i) {
    String number = String.valueOf(1000 + random.nextInt(9000));
    return switch (i % 10) {
      case 0 -> "/start/" + number + "?utm_source=mail&utm_campaign=spring";
      case 1 -> "/help" + i + "/website/" + number;
      case 2 -> "/help" + i + "/topic/?lang=en&articleNumber=" + number;
      case 3 -> "/en/menu" + i + (i % 2 == 0 ? "/pizza" : "/stew");
      case 4 -> "/ACCOUNT" + i + "/settings#" + number;
      case 5 -> "/caf" + i + "e/table/" + number;
      case 6 -> "/order" + i + "/" + number.substring(1);
      case 7 -> "/p" + i + "/a-rather-long-name-of-a-thing/" + number + "/reviews";
      default -> "/section" + i + "/page/" + number + "?page=2";
    };
  }

  @Benchmark
  @OperationsPerInvocation(URLS)
  public int decide() {
    int opened = 0;
    for (String url : urls) {
      opened += matcher.decide(url, APP).verdict() == AppleVerdict.OPENS ? 1 : 0;
    }
    return opened;
  }
}
