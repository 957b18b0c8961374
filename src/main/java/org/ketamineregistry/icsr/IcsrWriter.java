package org.ketamineregistry.icsr;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amendment;
import org.ketamineregistry.icsr.IcsrCase.Report;
import org.ketamineregistry.icsr.IcsrCase.Reporter;

/**
 * Writes the batch of HL7 v3 that carries cases: {@code MCCI_IN200100UV01} with a message {@code
 * PORR_IN049016UV} for each (ISO/HL7 27953-2, as the ICH E2B(R3) Implementation Guide has it).
 */
public final class IcsrWriter {
  private static final String MASKED = "MSK";

  private IcsrWriter() {}

  /**
   * Writes a batch.
   *
   * @param batch N.1.2, the sender's number of the batch, which the acknowledgement names
   */
  public static void write(List<IcsrCase> cases, Sending sending, String batch, OutputStream out)
      throws IOException {
    try {
      XmlTree xml = XmlTree.begin(out, "MCCI_IN200100UV01");
      xml.leaf("id", "extension", batch, "root", Oid.BATCH)
          .leaf("creationTime", "value", E2bDate.of(sending.now()))
          .leaf("responseModeCode", "code", "D")
          .leaf("interactionId", "extension", "MCCI_IN200100UV01", "root", Oid.INTERACTION)
          .leaf("name", "code", "1", "codeSystem", Oid.BATCH_TYPE, "displayName", "ichicsr");
      cases.forEach(one -> message(xml, one, sending));
      device(xml, "receiver", "RCV", sending.receiver(), Oid.BATCH_RECEIVER);
      device(xml, "sender", "SND", sending.sender(), Oid.BATCH_SENDER);
      xml.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What the parts of a message call a part of their own case. */
  static String reference(IcsrCase told, String part) {
    return UUID.nameUUIDFromBytes(
            (told.report().identifier() + "|" + part).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static void message(XmlTree xml, IcsrCase told, Sending sending) {
    Report report = told.report();
    xml.open("PORR_IN049016UV")
        .leaf("id", "extension", report.identifier(), "root", Oid.CASE)
        .leaf("creationTime", "value", report.createdOn())
        .leaf("interactionId", "extension", "PORR_IN049016UV", "root", Oid.INTERACTION)
        .leaf("processingCode", "code", "P")
        .leaf("processingModeCode", "code", "T")
        .leaf("acceptAckCode", "code", "AL");
    device(xml, "receiver", "RCV", sending.receiver(), Oid.MESSAGE_RECEIVER);
    device(xml, "sender", "SND", sending.sender(), Oid.MESSAGE_SENDER);
    xml.open("controlActProcess", "classCode", "CACT", "moodCode", "EVN")
        .leaf("code", "code", "PORR_TE049016UV", "codeSystem", Oid.TRIGGER)
        .leaf("effectiveTime", "value", report.createdOn())
        .open("subject", "typeCode", "SUBJ")
        .open("investigationEvent", "classCode", "INVSTG", "moodCode", "EVN")
        .leaf("id", "extension", report.identifier(), "root", Oid.CASE)
        .leaf("id", "extension", report.identifier(), "root", Oid.FIRST_CASE)
        .leaf("code", "code", "PAT_ADV_EVNT", "codeSystem", Oid.ACT)
        .text("text", told.narrative())
        .leaf("statusCode", "code", "active")
        .open("effectiveTime")
        .leaf("low", "value", report.firstReceived())
        .close(1)
        .leaf("availabilityTime", "value", report.latest())
        .open("component", "typeCode", "COMP")
        .open("adverseEventAssessment", "classCode", "INVSTG", "moodCode", "EVN")
        .open("subject1", "typeCode", "SBJ");
    new PatientWriter(xml).write(told);
    xml.close(1);
    new DrugWriter(xml, told).assessments();
    xml.close(2);
    truth(xml, "1", "additionalDocumentsAvailable", false);
    truth(xml, "23", "localCriteriaForExpedited", report.expedited());
    firstSender(xml);
    report.linked().forEach(linked -> linked(xml, linked));
    reporter(xml, told.reporter());
    sender(xml, told);
    characteristics(xml, report);
    xml.close(4);
  }

  private static void device(XmlTree xml, String name, String type, String id, String root) {
    xml.open(name, "typeCode", type)
        .open("device", "classCode", "DEV", "determinerCode", "INSTANCE")
        .leaf("id", "extension", id, "root", root)
        .close(2);
  }

  private static void truth(XmlTree xml, String code, String words, boolean value) {
    xml.open("component", "typeCode", "COMP")
        .open("observationEvent", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.OBSERVATION, "displayName", words)
        .leaf("value", "xsi:type", "BL", "value", Boolean.toString(value))
        .close(2);
  }

  private static void firstSender(XmlTree xml) {
    xml.open("outboundRelationship", "typeCode", "SPRT");
    investigation(xml, "1", "initialReport");
    xml.leaf("code", "code", "2", "codeSystem", Oid.FIRST_SENDER, "displayName", "other").close(6);
  }

  /** C.1.10.r, by the identifier that all who send the case know it by (C.1.8.1). */
  private static void linked(XmlTree xml, String identifier) {
    xml.open("outboundRelationship", "typeCode", "SPRT")
        .open("relatedInvestigation", "classCode", "INVSTG", "moodCode", "EVN")
        .leaf("code", "nullFlavor", "NA")
        .open("subjectOf2", "typeCode", "SUBJ")
        .open("controlActEvent", "classCode", "CACT", "moodCode", "EVN")
        .leaf("id", "extension", identifier, "root", Oid.FIRST_CASE)
        .close(4);
  }

  /** Opens as far as whoever reported, five levels. */
  private static void investigation(XmlTree xml, String code, String words) {
    xml.open("relatedInvestigation", "classCode", "INVSTG", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.INVESTIGATION, "displayName", words)
        .open("subjectOf2", "typeCode", "SUBJ")
        .open("controlActEvent", "classCode", "CACT", "moodCode", "EVN")
        .open("author", "typeCode", "AUT")
        .open("assignedEntity", "classCode", "ASSIGNED");
  }

  private static void reporter(XmlTree xml, Reporter reporter) {
    xml.open("outboundRelationship", "typeCode", "SPRT").leaf("priorityNumber", "value", "1");
    investigation(xml, "2", "sourceReport");
    xml.open("assignedPerson", "classCode", "PSN", "determinerCode", "INSTANCE")
        .open("name")
        .leaf("given", "nullFlavor", MASKED)
        .leaf("family", "nullFlavor", MASKED)
        .close(1)
        .open("asQualifiedEntity", "classCode", "QUAL");
    if (reporter.qualification() == null) {
      xml.leaf("code", "nullFlavor", "UNK");
    } else {
      xml.leaf(
          "code", "code", reporter.qualification().toString(), "codeSystem", Oid.QUALIFICATION);
    }
    xml.close(1)
        .open("asLocatedEntity", "classCode", "LOCE")
        .open("location", "classCode", "COUNTRY", "determinerCode", "INSTANCE")
        .leaf("code", "code", reporter.country(), "codeSystem", Oid.COUNTRY)
        .close(3);
    organisation(xml, reporter.organisation());
    xml.close(6);
  }

  private static void organisation(XmlTree xml, @Nullable String name) {
    if (name != null) {
      xml.open("representedOrganization", "classCode", "ORG", "determinerCode", "INSTANCE")
          .open("assignedEntity", "classCode", "ASSIGNED")
          .open("representedOrganization", "classCode", "ORG", "determinerCode", "INSTANCE")
          .text("name", name)
          .close(3);
    }
  }

  private static void sender(XmlTree xml, IcsrCase told) {
    xml.open("subjectOf1", "typeCode", "SUBJ")
        .open("controlActEvent", "classCode", "CACT", "moodCode", "EVN")
        .open("author", "typeCode", "AUT")
        .open("assignedEntity", "classCode", "ASSIGNED")
        .leaf(
            "code", "code", Integer.toString(told.sender().type()), "codeSystem", Oid.SENDER_TYPE);
    organisation(xml, told.sender().organisation());
    xml.close(4);
  }

  private static void characteristics(XmlTree xml, Report report) {
    characteristic(xml, "1", "ichReportType")
        .leaf(
            "value",
            "xsi:type",
            "CE",
            "code",
            Integer.toString(report.type()),
            "codeSystem",
            Oid.REPORT_TYPE)
        .close(2);
    characteristic(xml, "2", "otherCaseIds")
        .leaf("value", "xsi:type", "BL", "nullFlavor", "NI")
        .close(2);
    Amendment amendment = report.amendment();
    if (amendment != null) {
      characteristic(xml, "3", "nullificationAmendmentCode")
          .leaf(
              "value",
              "xsi:type",
              "CE",
              "code",
              Integer.toString(amendment.kind()),
              "codeSystem",
              Oid.AMENDMENT)
          .close(2);
      characteristic(xml, "4", "nullificationAmendmentReason")
          .open("value", "xsi:type", "CE")
          .text("originalText", amendment.reason())
          .close(3);
    }
  }

  private static XmlTree characteristic(XmlTree xml, String code, String words) {
    return xml.open("subjectOf2", "typeCode", "SUBJ")
        .open("investigationCharacteristic", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.CHARACTERISTIC, "displayName", words);
  }
}
