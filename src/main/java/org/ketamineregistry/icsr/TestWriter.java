package org.ketamineregistry.icsr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Test;

/** Writes F.r, the tests, as an organizer of the patient's role. */
final class TestWriter {
  private static final String UNKNOWN = "UNK";
  private static final String NO_UNIT = "1";

  private final XmlTree xml;

  TestWriter(XmlTree xml) {
    this.xml = xml;
  }

  void write(List<Test> tests) {
    if (tests.isEmpty()) {
      return;
    }
    xml.open("subjectOf2", "typeCode", "SBJ")
        .open("organizer", "classCode", "CATEGORY", "moodCode", "EVN")
        .leaf(
            "code",
            "code",
            "3",
            "codeSystem",
            Oid.CATEGORY,
            "displayName",
            "testsAndProceduresRelevantToTheInvestigation");
    tests.forEach(this::test);
    xml.close(2);
  }

  private void test(Test test) {
    Meddra term = test.name().term();
    xml.open("component", "typeCode", "COMP")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .open(
            "code",
            "code",
            term == null ? null : term.code(),
            "codeSystem",
            Oid.MEDDRA,
            "codeSystemVersion",
            term == null ? null : term.version())
        .text("originalText", test.name().words())
        .close(1)
        .leaf(
            "effectiveTime",
            test.date() == null ? "nullFlavor" : "value",
            PatientWriter.orElse(test.date(), UNKNOWN));
    Amount value = test.value();
    if (value != null) {
      xml.open("value", "xsi:type", "IVL_PQ")
          .leaf("center", "value", value.value(), "unit", value.unit())
          .close(1);
    } else if (test.text() != null) {
      xml.text("value", test.text(), "xsi:type", "ED");
    }
    if (test.result() != null) {
      xml.leaf(
          "interpretationCode", "code", test.result().toString(), "codeSystem", Oid.TEST_RESULT);
    }
    String unit = value == null ? NO_UNIT : value.unit();
    limit("L", test.low(), unit);
    limit("H", test.high(), unit);
    xml.close(2);
  }

  private void limit(String code, @Nullable String value, String unit) {
    if (value != null) {
      xml.open("referenceRange", "typeCode", "REFV")
          .open("observationRange", "classCode", "OBS", "moodCode", "EVN.CRT")
          .leaf("value", "xsi:type", "PQ", "value", value, "unit", unit)
          .leaf("interpretationCode", "code", code, "codeSystem", Oid.INTERPRETATION)
          .close(2);
    }
  }
}
