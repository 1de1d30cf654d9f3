package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a link does not open the app: one root cause for each app and reader. All texts are safe to
 * print, and secrets in URLs are masked.
 *
 * @param chain the tapped link, and where it leads to, address by address
 * @param entries what was concluded, Apple's first
 * @param commands what shows on a device, or on a Mac, what no file tells; for a POSIX shell
 * @param advice what depends on where and how somebody taps; never a verdict
 */
public record Diagnosis(
    List<Hop> chain, List<Entry> entries, List<String> commands, List<String> advice) {

  public Diagnosis {
    chain = List.copyOf(chain);
    entries = List.copyOf(entries);
    commands = commands.stream().map(Printable::escape).toList();
    advice = advice.stream().map(Printable::escape).toList();
  }

  /**
   * One address of the chain.
   *
   * @param url what a platform sees there
   * @param status of the answer; null where none came, or nobody asked
   * @param location where the answer leads to; null where it leads nowhere
   * @param remark what else there is to say, such as why nobody asked; empty where nothing
   */
  public record Hop(
      String url, @Nullable Integer status, @Nullable String location, String remark) {
    public Hop {
      url = DiagnosisChain.shown(url);
      location = location == null ? null : DiagnosisChain.shown(location);
      remark = Printable.escape(remark);
    }
  }

  /**
   * What was concluded for one app and one reader.
   *
   * @param app app id or package; null where none is known, and for sign-in
   * @param platform null for sign-in
   * @param reader null for sign-in
   * @param cause the first thing that is wrong on the way, or keeps it open; null where nothing is
   * @param hop the place in the chain that this is about, from 0
   * @param outcome what the files say of the link at that place, in words
   * @param notExamined what lies behind the cause
   */
  public record Entry(
      @Nullable String app,
      @Nullable Platform platform,
      @Nullable Reader reader,
      @Nullable Finding cause,
      int hop,
      String outcome,
      List<String> notExamined) {
    public Entry {
      app = app == null ? null : Printable.escape(Printable.cut(app));
      outcome = Printable.escape(outcome);
      notExamined = List.copyOf(notExamined);
    }

    /** Whether nothing that was examined keeps the app from opening. */
    public boolean isFine() {
      return cause == null;
    }

    /** Whether it is open what the reader concludes. */
    public boolean isOpen() {
      return cause != null && cause.mayPass();
    }
  }
}
