package org.ketamineregistry.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.UnusableFile;

/** What is read of a table, and what is refused. */
class TableReaderTest {
  private static final TableFormat LATIN =
      new TableFormat(
          Charset.forName("windows-1252"),
          ';',
          ',',
          null,
          Set.of(),
          Locale.ENGLISH,
          List.of(),
          List.of());

  @Nested
  class Reads {
    @Test
    void quotationMarksAndLinesInCells() throws Exception {
      List<Row> rows = rows("no,note\r\n1,\"two lines,\r\nand a \"\"word\"\"\"\r\n2,5\" cuff\r\n");
      assertThat(rows.get(0).cell("note")).isEqualTo("two lines,\r\nand a \"word\"");
      assertThat(rows.get(1).cell("note")).isEqualTo("5\" cuff");
      assertThat(rows).extracting(Row::number).containsExactly(2L, 3L);
    }

    @Test
    void theDeclaredEncoding() throws Exception {
      List<Row> rows = rows(bytes("no;unit\n1;µg\n", "windows-1252"), LATIN);
      assertThat(rows.get(0).cell("unit")).isEqualTo("µg");
    }

    @Test
    void aByteOrderMarkOfUtf8() throws Exception {
      assertThat(rows("\ufeffno,sex\n1,f\n").get(0).cell("no")).isEqualTo("1");
    }

    @Test
    void blanksAroundWordsAndThoseThatDoNotBreakLines() throws Exception {
      assertThat(rows(" no ,sex\n 1\u00a0, f \n").get(0).cell("no")).isEqualTo("1");
    }

    @Test
    void nothingOfBlankRows() throws Exception {
      List<Row> rows = rows("no,sex\n\n1,f\n,\n , \n2,m\n\n");
      assertThat(rows).extracting(Row::number).containsExactly(3L, 6L);
    }

    @Test
    void aLastLineWithoutItsEnd() throws Exception {
      assertThat(rows("no,sex\n1,f")).hasSize(1);
    }

    @Test
    void cellsThatAreNoFormulasToAnybodyHere() throws Exception {
      assertThat(rows("no,note\n1,=1+1\n2,'=x\n"))
          .extracting(row -> row.cell("note"))
          .containsExactly("=1+1", "'=x");
    }

    @Test
    void correctedRowsWithoutWhatMadeThemHarmless() throws Exception {
      List<Row> rows =
          rows("no,note,refused_because\n1,'=1+1,because\n2,''=x,because\n3,'x,because\n");
      assertThat(rows).extracting(row -> row.cell("note")).containsExactly("=1+1", "'=x", "'x");
      assertThat(open("no,note,refused_because\n", TableFormat.PLAIN).columns())
          .containsExactly("no", "note");
    }
  }

  @Nested
  class RefusesARow {
    @Test
    void withTooFewCellsOrTooMany() throws Exception {
      List<Row> rows = rows("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
      assertThat(rows).extracting(row -> fault(row)).containsExactly("invalid", "invalid", "");
    }

    @Test
    void withACellThatIsLong() throws Exception {
      List<Row> rows = rows("a,b\n1," + "x".repeat(10_001) + "\n2," + "x".repeat(10_000) + "\n");
      assertThat(rows).extracting(row -> fault(row)).containsExactly("value-invalid", "");
    }

    private static String fault(Row row) {
      Fault fault = row.fault();
      return fault == null ? "" : fault.code();
    }
  }

  @Nested
  class RefusesTheFile {
    @Test
    void thatIsNotInItsEncodingAndNamesTheLine() {
      byte[] latin = bytes("no,unit\n" + "1,mg\n".repeat(5_000) + "1,µg\n", "windows-1252");
      refused(latin, TableFormat.PLAIN, "Line 5002 ", "UTF-8");
    }

    @Test
    void thatIsUtf8AndSaidToBeOtherwise() {
      refused(bytes("\ufeffno;unit\n", "UTF-8"), LATIN, "begins as UTF-8", "windows-1252");
    }

    @Test
    void thatHasBytesThatWindowsDoesNotKnow() {
      refused(new byte[] {'a', ';', 'b', '\n', (byte) 0x81, ';', '1', '\n'}, LATIN, "Line 2 ");
    }

    @Test
    void thatIsUtf16() {
      refused(bytes("\ufeffno,sex\n", "UTF-16LE"), TableFormat.PLAIN, "UTF-16");
    }

    @Test
    void thatIsAnArchive() throws Exception {
      refused(zipped(), TableFormat.PLAIN, "zip archive", "nothing is unpacked");
      refused(gzipped(), TableFormat.PLAIN, "gzip", "nothing is unpacked");
    }

    @Test
    void thatHasNul() {
      refused(bytes("no,sex\n1,f\n2,\0\n", "UTF-8"), TableFormat.PLAIN, "Line 3 ", "NUL");
    }

    @Test
    void thatIsCutOffInAQuotation() {
      refused(bytes("no,note\n1,x\n2,\"cut of", "UTF-8"), TableFormat.PLAIN, "line 3", "cut off");
    }

    @Test
    void thatIsCutOffInALetter() {
      byte[] whole = bytes("no,unit\n1,µ", "UTF-8");
      byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
      refused(cut, TableFormat.PLAIN, "Line 2 ", "UTF-8");
    }

    @Test
    void whoseQuotationMarksDoNotMatch() {
      refused(bytes("no,note\n1,\"x\"y\n", "UTF-8"), TableFormat.PLAIN, "line 2", "written twice");
    }

    @Test
    void whoseQuotationNeverEndsBeforeItFillsTheMemory() {
      refused(endless("no,note\n1,\"", "x"), TableFormat.PLAIN, "line 2", "never closed");
    }

    @Test
    void whoseRowNeverEnds() {
      refused(endless("no,note\n1", ",x"), TableFormat.PLAIN, "line 2", "does not end");
    }

    @Test
    void thatHasAHundredThousandColumns() {
      String header =
          IntStream.range(0, 100_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
      refused(bytes(header + "\n", "UTF-8"), TableFormat.PLAIN, "100000 columns", "2,000");
    }

    @Test
    void whoseHeaderIsBlankOrDouble() {
      refused(bytes("no,,sex\n", "UTF-8"), TableFormat.PLAIN, "Column 2 has no name");
      refused(bytes("no,sex, no\n", "UTF-8"), TableFormat.PLAIN, "the name of column 3");
      refused(new byte[0], TableFormat.PLAIN, "empty");
    }

    private static void refused(byte[] file, TableFormat format, String... words) {
      refused(new ByteArrayInputStream(file), format, words);
    }

    private static void refused(InputStream file, TableFormat format, String... words) {
      assertThatThrownBy(
              () -> {
                try (TableReader reader = TableReader.open(file, format)) {
                  while (reader.next() != null) {
                    // To its end.
                  }
                }
              })
          .isInstanceOf(UnusableFile.class)
          .hasMessageContainingAll(words);
    }
  }

  /** A file that goes on for ever. */
  private static InputStream endless(String beginning, String again) {
    byte[] first = bytes(beginning, "UTF-8");
    byte[] rest = bytes(again, "UTF-8");
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        int now = at++;
        return now < first.length ? first[now] : rest[(now - first.length) % rest.length];
      }
    };
  }

  private static byte[] zipped() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("table.csv"));
      zip.write(new byte[1_000_000]);
    }
    return out.toByteArray();
  }

  private static byte[] gzipped() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(new byte[1_000_000]);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text, String encoding) {
    return text.getBytes(Charset.forName(encoding));
  }

  private static List<Row> rows(String text) throws IOException {
    return rows(text.getBytes(StandardCharsets.UTF_8), TableFormat.PLAIN);
  }

  private static TableReader open(String text, TableFormat format) throws IOException {
    return TableReader.open(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
  }

  private static List<Row> rows(byte[] file, TableFormat format) throws IOException {
    var rows = new ArrayList<Row>();
    try (TableReader reader = TableReader.open(new ByteArrayInputStream(file), format)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(Objects.requireNonNull(row));
      }
    }
    return rows;
  }
}
