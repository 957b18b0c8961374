package org.ketamineregistry.icsr;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Death;
import org.ketamineregistry.icsr.IcsrCase.Episode;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Subject;

/** Writes the patient's role: D with its history, E.i, F.r and G.k in this order. */
final class PatientWriter {
  private static final String MASKED = "MSK";
  private static final String UNKNOWN = "UNK";

  private final XmlTree xml;

  PatientWriter(XmlTree xml) {
    this.xml = xml;
  }

  void write(IcsrCase told) {
    Subject subject = told.subject();
    xml.open("primaryRole", "classCode", "INVSBJ");
    person(subject);
    if (told.report().type() == 2) {
      xml.open("subjectOf1", "typeCode", "SBJ")
          .open("researchStudy", "classCode", "CLNTRL", "moodCode", "EVN")
          .leaf("code", "code", "3", "codeSystem", Oid.STUDY_TYPE)
          .close(2);
    }
    if (subject.age() != null) {
      quantity("3", "age", new Amount(subject.age().toString(), "a"));
      Integer group = subject.ageGroup();
      observation("4", "ageGroup")
          .leaf(
              "value", "xsi:type", "CE", "code", String.valueOf(group), "codeSystem", Oid.AGE_GROUP)
          .close(2);
    }
    if (subject.weight() != null) {
      quantity("7", "bodyWeight", new Amount(subject.weight(), "kg"));
    }
    history(subject);
    earlierDrugs(subject.earlierDrugs());
    if (subject.death() != null) {
      death(subject.death());
    }
    reaction(told);
    new TestWriter(xml).write(told.tests());
    new DrugWriter(xml, told).write();
    xml.close(1);
  }

  private void person(Subject subject) {
    xml.open("player1", "classCode", "PSN", "determinerCode", "INSTANCE")
        .leaf("name", "nullFlavor", MASKED);
    if (subject.sex() == null) {
      xml.leaf("administrativeGenderCode", "nullFlavor", UNKNOWN);
    } else {
      xml.leaf("administrativeGenderCode", "code", subject.sex().toString(), "codeSystem", Oid.SEX);
    }
    xml.leaf("birthTime", "nullFlavor", MASKED);
    Death death = subject.death();
    if (death != null) {
      xml.leaf(
          "deceasedTime",
          death.date() == null ? "nullFlavor" : "value",
          orElse(death.date(), "NASK"));
    }
    xml.open("asIdentifiedEntity", "classCode", "IDENT")
        .leaf(
            "id",
            subject.recordNumber() == null ? "nullFlavor" : "extension",
            orElse(subject.recordNumber(), MASKED),
            "root",
            Oid.RECORD_NUMBER)
        .leaf("code", "code", "4", "codeSystem", Oid.RECORD_SOURCE)
        .close(2);
  }

  static String orElse(@Nullable String value, String nullFlavor) {
    return value == null ? nullFlavor : value;
  }

  private XmlTree observation(String code, String words) {
    return xml.open("subjectOf2", "typeCode", "SBJ")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.OBSERVATION, "displayName", words);
  }

  private void quantity(String code, String words, Amount amount) {
    observation(code, words)
        .leaf("value", "xsi:type", "PQ", "value", amount.value(), "unit", amount.unit())
        .close(2);
  }

  private XmlTree organizer(String code, String words) {
    return xml.open("subjectOf2", "typeCode", "SBJ")
        .open("organizer", "classCode", "CATEGORY", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.CATEGORY, "displayName", words);
  }

  private XmlTree component() {
    return xml.open("component", "typeCode", "COMP")
        .open("observation", "classCode", "OBS", "moodCode", "EVN");
  }

  private void history(Subject subject) {
    organizer("1", "relevantMedicalHistoryAndConcurrentConditions");
    for (Episode episode : subject.history()) {
      Meddra term = episode.condition().term();
      component();
      if (term == null) {
        xml.leaf("code", "nullFlavor", "NI", "codeSystem", Oid.MEDDRA);
      } else {
        xml.leaf(
            "code",
            "code",
            term.code(),
            "codeSystem",
            Oid.MEDDRA,
            "codeSystemVersion",
            term.version());
      }
      period(episode.start(), episode.end());
      xml.open("outboundRelationship2", "typeCode", "COMP")
          .open("observation", "classCode", "OBS", "moodCode", "EVN")
          .leaf("code", "code", "10", "codeSystem", Oid.OBSERVATION, "displayName", "comment")
          .text("value", episode.condition().words(), "xsi:type", "ED")
          .close(4);
    }
    if (subject.history().isEmpty()) {
      component()
          .leaf(
              "code",
              "code",
              "18",
              "codeSystem",
              Oid.OBSERVATION,
              "displayName",
              "historyAndConcurrentConditionText")
          .leaf("value", "xsi:type", "ED", "nullFlavor", UNKNOWN)
          .close(2);
    }
    if (subject.takesOthers()) {
      component()
          .leaf(
              "code",
              "code",
              "11",
              "codeSystem",
              Oid.OBSERVATION,
              "displayName",
              "concomitantTherapy")
          .leaf("value", "xsi:type", "BL", "value", "true")
          .close(2);
    }
    xml.close(2);
  }

  private void period(@Nullable String start, @Nullable String end) {
    if (start != null || end != null) {
      xml.open("effectiveTime", "xsi:type", "IVL_TS");
      ends(start, end);
      xml.close(1);
    }
  }

  private void ends(@Nullable String start, @Nullable String end) {
    if (start != null) {
      xml.leaf("low", "value", start);
    }
    if (end != null) {
      xml.leaf("high", "value", end);
    }
  }

  private void earlierDrugs(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    organizer("2", "drugHistory");
    for (String name : names) {
      xml.open("component", "typeCode", "COMP")
          .open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN")
          .open("consumable", "typeCode", "CSM")
          .open("instanceOfKind", "classCode", "INST")
          .open("kindOfProduct", "classCode", "MMAT", "determinerCode", "KIND")
          .text("name", name)
          .close(5);
    }
    xml.close(2);
  }

  private void death(Death death) {
    Named cause = death.cause();
    if (cause != null) {
      observation("32", "reportedCauseOfDeath");
      coded("value", cause);
      xml.close(2);
    }
    observation("5", "autopsy").leaf("value", "xsi:type", "BL", "nullFlavor", UNKNOWN).close(2);
  }

  /** A value of MedDRA with the words that were reported. */
  private void coded(String element, Named named) {
    Meddra term = named.term();
    xml.open(
            element,
            "xsi:type",
            "CE",
            "code",
            term == null ? null : term.code(),
            "codeSystem",
            Oid.MEDDRA,
            "codeSystemVersion",
            term == null ? null : term.version())
        .text("originalText", named.words())
        .close(1);
  }

  private void reaction(IcsrCase told) {
    new ReactionWriter(xml).write(told.reaction(), IcsrWriter.reference(told, "reaction"));
  }
}
