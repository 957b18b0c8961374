package org.ketamineregistry.icsr;

import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Reaction;

/** Writes E.i, the reaction, as an observation of the patient's role. */
final class ReactionWriter {
  private final XmlTree xml;

  ReactionWriter(XmlTree xml) {
    this.xml = xml;
  }

  void write(Reaction reaction, String reference) {
    Meddra term = reaction.name().term();
    xml.open("subjectOf2", "typeCode", "SBJ")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .leaf("id", "root", reference)
        .leaf("code", "code", "29", "codeSystem", Oid.OBSERVATION, "displayName", "reaction");
    times(xml, reaction.start(), reaction.end(), reaction.duration());
    if (term == null) {
      xml.leaf("value", "xsi:type", "CE", "nullFlavor", "NI");
    } else {
      xml.leaf(
          "value",
          "xsi:type",
          "CE",
          "code",
          term.code(),
          "codeSystem",
          Oid.MEDDRA,
          "codeSystemVersion",
          term.version());
    }
    if (reaction.country() != null) {
      xml.open("location", "typeCode", "LOC")
          .open("locatedEntity", "classCode", "LOCE")
          .open("locatedPlace", "classCode", "COUNTRY", "determinerCode", "INSTANCE")
          .leaf("code", "code", reaction.country(), "codeSystem", Oid.COUNTRY)
          .close(3);
    }
    related("30", "reactionForTranslation")
        .text("value", reaction.name().words(), "xsi:type", "ED")
        .close(2);
    for (Criterion criterion : Criterion.values()) {
      boolean meets = reaction.criteria().contains(criterion);
      related(criterion.observation(), criterion.displayed())
          .leaf("value", "xsi:type", "BL", meets ? "value" : "nullFlavor", meets ? "true" : "NI")
          .close(2);
    }
    related("27", "outcome")
        .leaf(
            "value",
            "xsi:type",
            "CE",
            "code",
            Integer.toString(reaction.outcome()),
            "codeSystem",
            Oid.OUTCOME)
        .close(2);
    if (reaction.confirmed() != null) {
      related("24", "medicalConfirmationByHealthProfessional")
          .leaf("value", "xsi:type", "BL", "value", reaction.confirmed().toString())
          .close(2);
    }
    xml.close(2);
  }

  private XmlTree related(String code, String words) {
    return xml.open("outboundRelationship2", "typeCode", "PERT")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.OBSERVATION, "displayName", words);
  }

  /**
   * A beginning alone is an interval; with an end it is an expression of intervals, the second of
   * which is the duration.
   */
  static void times(
      XmlTree xml, @Nullable String start, @Nullable String end, @Nullable Amount duration) {
    if (start == null && end == null) {
      return;
    }
    if (end == null) {
      xml.open("effectiveTime", "xsi:type", "IVL_TS").leaf("low", "value", start).close(1);
      return;
    }
    xml.open("effectiveTime", "xsi:type", "SXPR_TS").open("comp", "xsi:type", "IVL_TS");
    if (start != null) {
      xml.leaf("low", "value", start);
    }
    xml.leaf("high", "value", end).close(1);
    if (duration != null) {
      xml.open("comp", "xsi:type", "IVL_TS", "operator", "A")
          .leaf("width", "value", duration.value(), "unit", duration.unit())
          .close(1);
    }
    xml.close(1);
  }
}
