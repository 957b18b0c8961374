package org.ketamineregistry.cli.verdict;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.ketamineregistry.refusal.ErrorCode;
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
    String name = judged.input().name().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    if (judged.unusable() != null) {
      out.println(paint(Style.fg_red, "unusable") + "  " + name + ": " + judged.unusable());
    } else if (judged.isValid()) {
      out.println(paint(Style.fg_green, "valid") + "     " + name);
    } else {
      out.println(paint(Style.fg_red, "invalid") + "   " + name);
      for (int i = 0; i < judged.problems().size(); i++) {
        problem(name, judged.problems().get(i), judged.excerpts().get(i));
      }
    }
    judged.verdict().notices().forEach(this::notice);
    out.flush();
  }

  @Override
  public void end(Tally tally) {
    if (tally.codes().size() > 1) {
      for (Map.Entry<ErrorCode, Integer> code : tally.codes()) {
        out.printf(Locale.ROOT, "%,8d %s%n", code.getValue(), code.getKey().code());
      }
    }
    out.println(tally.summary());
    out.flush();
  }

  private void problem(String name, Problem problem, String excerpt) {
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
    excerpt.lines().forEach(line -> out.println("    " + line));
  }

  private void notice(Notice notice) {
    String place = notice.expression() == null ? "" : notice.expression() + ": ";
    out.println("    " + notice.code().code() + " " + place + notice.message());
  }

  private String paint(Style style, String text) {
    return colour ? style.on() + text + style.off() : text;
  }
}
