package org.ketamineregistry.flatfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.projection.Column;
import org.ketamineregistry.projection.View;

/**
 * A view as CSV after RFC 4180: UTF-8, lines end by CR LF, a header, an empty cell for what is not
 * there. Dates stand as FHIR writes them, so that precision and offset are kept. A text that a
 * spreadsheet would take for a formula has an apostrophe before it; numbers are never touched.
 */
public final class FlatFile {
  public static final String MEDIA_TYPE = "text/csv";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** By these a spreadsheet knows a formula, or splits what it should not (OWASP). */
  private static final String FORMULA = "=+-@\t\r\n";

  private final View view;
  private final ExportPseudonyms pseudonyms;
  private final List<ColumnPolicy> policies;

  public FlatFile(View view, ExportPseudonyms pseudonyms) {
    this.view = view;
    this.pseudonyms = pseudonyms;
    policies = view.columns().stream().map(column -> ColumnPolicy.of(view, column)).toList();
  }

  /** The first line. */
  public byte[] header() {
    return csv(
        List.of(view.columns().stream().map(Column::name).map(name -> (Object) name).toList()));
  }

  /** The lines that a record makes; none where the view leaves it out. */
  public byte[] lines(Resource resource) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (List<@Nullable Object> row : view.rows(resource)) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(i, row.get(i)));
      }
      lines.add(cells);
    }
    return csv(lines);
  }

  private @Nullable Object cell(int index, @Nullable Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (policies.get(index)) {
      case SHOWN -> guarded(text);
      case KEY -> pseudonyms.of("id", text);
      case REFERENCE -> reference(text);
      case IDENTIFIER -> pseudonyms.of(view.columns().get(index).name(), text);
    };
  }

  /** What has no id after a type is somebody's own words, and is not shown at all. */
  private String reference(String text) {
    String[] parts = text.split("/");
    return parts.length >= 2 && parts[0].matches("[A-Z][A-Za-z]{1,40}")
        ? parts[0] + "/" + pseudonyms.of("id", parts[1])
        : pseudonyms.of("reference", text);
  }

  private static String guarded(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static byte[] csv(List<? extends List<?>> lines) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      for (List<?> line : lines) {
        printer.printRecord(line.stream().map(FlatFile::written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Without an exponent, which is no number to every reader. */
  private static @Nullable Object written(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value;
  }
}
