package org.ketamineregistry.cli.verdict;

import java.io.PrintWriter;
import org.ketamineregistry.cli.verdict.Judged.Offence;
import org.ketamineregistry.refusal.Notice;
import org.ketamineregistry.refusal.Problem;
import picocli.CommandLine.Help.Ansi.Style;

/** For a person: what a compiler would print. */
final class TextReport implements Report {
  private final PrintWriter out;
  private final boolean colour;

  TextReport(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  @Override
  public void add(Judged judged) {
    String name = judged.input().name().replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    if (judged.unusable() != null) {
      out.println(paint(Style.fg_red, "unusable") + "  " + name + ": " + judged.unusable());
    } else if (judged.isValid()) {
      out.println(paint(Style.fg_green, "valid") + "     " + name);
      judged.notices().forEach(this::notice);
    } else {
      out.println(paint(Style.fg_red, "invalid") + "   " + name);
      judged.offences().forEach(offence -> offence(name, offence));
    }
    out.flush();
  }

  @Override
  public void end(Tally tally) {
    out.println(tally.summary());
    out.flush();
  }

  private void offence(String name, Offence offence) {
    Problem problem = offence.problem();
    var head = new StringBuilder(name);
    if (problem.line() > 0) {
      head.append(':').append(problem.line()).append(':').append(Math.max(problem.column(), 1));
    }
    head.append(' ').append(paint(Style.bold, problem.code().code()));
    if (problem.rule() != null) {
      head.append(" (").append(problem.rule()).append(')');
    }
    if (problem.expression() != null) {
      head.append(' ').append(problem.expression());
    }
    out.println(head);
    out.println("    " + problem.message());
    if (!offence.excerpt().isEmpty()) {
      offence.excerpt().lines().forEach(line -> out.println("    " + line));
    }
  }

  private void notice(Notice notice) {
    String place = notice.expression() == null ? "" : notice.expression() + ": ";
    out.println("    " + notice.code().code() + " " + place + notice.message());
  }

  private String paint(Style style, String text) {
    return colour ? style.on() + text + style.off() : text;
  }
}
