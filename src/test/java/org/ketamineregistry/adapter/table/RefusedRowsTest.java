package org.ketamineregistry.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.Fault;

/** Refused rows come out as they went in, and go in again as they came out. */
class RefusedRowsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final TableFormat FORMAT =
      new TableFormat(WINDOWS, ';', ',', null, Set.of(), Locale.ENGLISH, List.of(), List.of());
  private static final String SOURCE =
      "no;note\n"
          + "1;\"=HYPERLINK(\"\"http://example.org\"\")\"\n"
          + "2;'=x\n"
          + "3;\"two\nlines; and \"\"words\"\"\"\n"
          + "4;-5 µg\n"
          + "5;@SUM(1)\n"
          + "6;'plain\n"
          + "7;\"\ttab\"\n";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  @Test
  void theSameCellsAreReadAgain() throws Exception {
    Path refused = folder.resolve("refused.csv");
    List<List<String>> source = refuse(SOURCE, refused);
    List<List<String>> again = new ArrayList<>();
    try (TableReader reader = TableReader.open(Files.newInputStream(refused), FORMAT)) {
      assertThat(reader.columns()).containsExactly("no", "note");
      for (Row row = reader.next(); row != null; row = reader.next()) {
        again.add(reader.ownCells(row));
      }
    }
    assertThat(again).isEqualTo(source);
  }

  @Test
  void aRefusedRowThatIsRefusedAgainGrowsNothing() throws Exception {
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    refuse(SOURCE, first);
    refuse(Files.readString(first, WINDOWS), second);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void noCellIsAFormulaToASpreadsheet() throws Exception {
    Path refused = folder.resolve("refused.csv");
    refuse(SOURCE, refused);
    assertThat(Files.readString(refused, WINDOWS))
        .startsWith("no;note;refused_because\n")
        .doesNotContainPattern("(?m)(^|;)\"?[=+@\\t-]");
  }

  @Test
  void nothingIsWrittenOver() throws Exception {
    Path refused = Files.writeString(folder.resolve("refused.csv"), "corrections");
    assertThatThrownBy(() -> refuse(SOURCE, refused))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(refused).hasContent("corrections");
  }

  @Test
  void thereIsNoFileWhereNothingIsRefused() throws Exception {
    Path refused = folder.resolve("refused.csv");
    refuse("no;note\n", refused);
    assertThat(refused).doesNotExist();
  }

  @Test
  void aLaterRunGoesOnAtTheByteWhereTheEarlierOneWas() throws Exception {
    Path refused = folder.resolve("refused.csv");
    try (TableReader reader = open(SOURCE);
        var rows = new RefusedRows(refused, FORMAT, reader)) {
      rows.add(Objects.requireNonNull(reader.next()), FAULTS);
      long settled = rows.settled();
      rows.add(Objects.requireNonNull(reader.next()), FAULTS);
      rows.settled();
      try (var later = new RefusedRows(refused, FORMAT, reader)) {
        later.goOn(settled);
        later.add(Objects.requireNonNull(reader.next()), FAULTS);
      }
    }
    assertThat(Files.readString(refused, WINDOWS).lines().map(line -> line.substring(0, 1)))
        .as("header, row 1, row 3, which has two lines")
        .containsExactly("n", "1", "3", "l");
  }

  @Test
  void whatIsWrongInTheSameWordsAtSeveralPlacesIsSaidOnce() throws Exception {
    Path refused = folder.resolve("refused.csv");
    try (TableReader reader = open("no;note\n1;x\n");
        var rows = new RefusedRows(refused, FORMAT, reader)) {
      rows.add(
          Objects.requireNonNull(reader.next()),
          List.of(
              new Fault("clinic-unknown", "record patient", "Register it."),
              new Fault("value-invalid", "note", "It has to be otherwise."),
              new Fault("clinic-unknown", "record course", "Register it.")));
    }
    assertThat(Files.readString(refused, WINDOWS))
        .contains(
            "clinic-unknown at record patient; record course: Register it."
                + " | value-invalid at note: It has to be otherwise.");
  }

  /** A run that was killed between its first refused row and the next note of how far it was. */
  @Test
  void whatWasOnlyBegunIsBegunAgain() throws Exception {
    Path refused = folder.resolve("refused.csv");
    try (TableReader reader = open(SOURCE);
        var rows = new RefusedRows(refused, FORMAT, reader)) {
      rows.add(Objects.requireNonNull(reader.next()), FAULTS);
      rows.settled();
      try (var later = new RefusedRows(refused, FORMAT, reader)) {
        later.goOn(0);
        later.add(Objects.requireNonNull(reader.next()), FAULTS);
      }
    }
    assertThat(Files.readString(refused, WINDOWS).lines().map(line -> line.substring(0, 1)))
        .containsExactly("n", "2");
  }

  private static final List<Fault> FAULTS =
      List.of(new Fault("value-invalid", "note", "It has to be otherwise."));

  private static TableReader open(String source) throws java.io.IOException {
    return TableReader.open(new ByteArrayInputStream(source.getBytes(WINDOWS)), FORMAT);
  }

  private static List<List<String>> refuse(String source, Path into) throws java.io.IOException {
    var cells = new ArrayList<List<String>>();
    try (TableReader reader = open(source);
        var rows = new RefusedRows(into, FORMAT, reader)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        cells.add(reader.ownCells(row));
        rows.add(row, FAULTS);
      }
    }
    return cells;
  }
}
