package org.ketamineregistry.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A diagram with lines or bars, as SVG that is the same wherever it is drawn. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 72;
  private static final int RIGHT = 40;
  private static final int TOP = 64;
  private static final int BOTTOM = 60;

  /** Of Okabe and Ito (2008): they are told apart by everybody. */
  private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7");

  private final StringBuilder body = new StringBuilder();
  private final double x0;
  private final double x1;
  private final double y0;
  private final double y1;
  private final boolean logarithmic;
  private final List<String> legend = new ArrayList<>();

  Plot(String title, double x0, double x1, boolean logarithmic, double y0, double y1) {
    this.x0 = x0;
    this.x1 = x1;
    this.y0 = y0;
    this.y1 = y1;
    this.logarithmic = logarithmic;
    text(LEFT, 26, "start", "font-size=\"16\" font-weight=\"600\"", title);
  }

  Plot xAxis(String name, double[] ticks, DoubleFunction<String> label) {
    for (double tick : ticks) {
      body.append(line(x(tick), HEIGHT - BOTTOM, x(tick), HEIGHT - BOTTOM + 5, "#444", ""));
      text(x(tick), HEIGHT - BOTTOM + 20, "middle", "", label.apply(tick));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "", name);
    return this;
  }

  Plot yAxis(String name, double[] ticks, DoubleFunction<String> label) {
    for (double tick : ticks) {
      body.append(line(LEFT, y(tick), WIDTH - RIGHT, y(tick), tick == 0 ? "#888" : "#e4e4e4", ""));
      text(LEFT - 8, y(tick) + 4, "end", "", label.apply(tick));
    }
    body.append(
        "<text transform=\"translate(18 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>%n"
            .formatted(number((TOP + HEIGHT - BOTTOM) / 2.0), name)
            .replace("\r", ""));
    return this;
  }

  /** A line through points, each x and y. */
  Plot lines(String name, List<double[]> points) {
    String colour = colour(name);
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? "M" : " L");
      path.append(number(x(point[0]))).append(' ').append(number(y(point[1])));
    }
    body.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>\n"
            .formatted(path, colour));
    return this;
  }

  /** Bars of one of several series, side by side. */
  Plot bars(String name, List<double[]> points, int series, int of) {
    String colour = colour(name);
    double step = (x(x0 + 1) - x(x0)) * 0.8;
    for (double[] point : points) {
      double left = x(point[0]) - step / 2 + step * series / of;
      body.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
              .formatted(
                  number(left),
                  number(y(point[1])),
                  number(step / of - 0.5),
                  number(y(0) - y(point[1])),
                  colour));
    }
    return this;
  }

  String svg() {
    StringBuilder names = new StringBuilder();
    double at = LEFT;
    for (int i = 0; i < legend.size(); i++) {
      names.append(
          "<rect x=\"%s\" y=\"38\" width=\"12\" height=\"12\" rx=\"2\" fill=\"%s\"/>\n"
              .formatted(number(at), COLOURS.get(i)));
      names.append("<text x=\"%s\" y=\"49\">%s</text>\n".formatted(number(at + 18), legend.get(i)));
      at += 36 + 6.6 * legend.get(i).length();
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12" fill="#222">
    <rect width="%d" height="%d" rx="6" fill="#fff"/>
    %s%s%s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            body,
            names,
            line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "#444", ""));
  }

  private String colour(String name) {
    legend.add(name);
    return COLOURS.get(legend.size() - 1);
  }

  private double x(double value) {
    double share =
        logarithmic
            ? (StrictMath.log(value) - StrictMath.log(x0))
                / (StrictMath.log(x1) - StrictMath.log(x0))
            : (value - x0) / (x1 - x0);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (value - y0) / (y1 - y0) * (HEIGHT - BOTTOM - TOP);
  }

  private void text(double x, double y, String anchor, String more, String words) {
    body.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" %s>%s</text>\n"
            .formatted(number(x), number(y), anchor, more, words)
            .replace(" >", ">"));
  }

  private static String line(double xa, double ya, double xb, double yb, String colour, String m) {
    return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>\n"
        .formatted(number(xa), number(ya), number(xb), number(yb), colour, m);
  }

  /** To a tenth of a pixel, so that the last bit of a logarithm is never seen. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value + 1e-7);
  }
}
