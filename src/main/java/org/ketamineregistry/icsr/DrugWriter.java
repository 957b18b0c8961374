package org.ketamineregistry.icsr;

import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrDrug.Assessment;
import org.ketamineregistry.icsr.IcsrDrug.Dosage;

/** Writes G.k: the drugs in the patient's role, and beside it what is judged of each. */
final class DrugWriter {
  private final XmlTree xml;
  private final IcsrCase told;
  private final String reaction;

  DrugWriter(XmlTree xml, IcsrCase told) {
    this.xml = xml;
    this.told = told;
    reaction = IcsrWriter.reference(told, "reaction");
  }

  /** The drugs, all in one organizer. */
  void write() {
    xml.open("subjectOf2", "typeCode", "SBJ")
        .open("organizer", "classCode", "CATEGORY", "moodCode", "EVN")
        .leaf("code", "code", "4", "codeSystem", Oid.CATEGORY, "displayName", "drugInformation");
    for (int k = 0; k < told.drugs().size(); k++) {
      drug(told.drugs().get(k), reference(k));
    }
    xml.close(2);
  }

  private String reference(int k) {
    return IcsrWriter.reference(told, "drug " + k);
  }

  private void drug(IcsrDrug drug, String reference) {
    xml.open("component", "typeCode", "COMP")
        .open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN")
        .leaf("id", "root", reference);
    product(drug);
    interval("SAS", drug.sinceFirst(told.reaction()));
    interval("SAE", drug.sinceLast(told.reaction()));
    if (drug.dosage() != null) {
      dosage(drug.dosage());
    }
    quantity("SUMM", "14", "cumulativeDoseToReaction", drug.cumulative());
    quantity("PERT", "16", "gestationPeriod", drug.gestation());
    for (Integer kind : drug.additional()) {
      related("REFR", "9", "codedDrugInformation")
          .leaf("value", "xsi:type", "CE", "code", kind.toString(), "codeSystem", Oid.ADDITIONAL)
          .close(2);
    }
    if (drug.recurrence() != null) {
      related("PERT", "31", "recurranceOfReaction")
          .leaf(
              "value",
              "xsi:type",
              "CE",
              "code",
              drug.recurrence().toString(),
              "codeSystem",
              Oid.RECHALLENGE)
          .open("outboundRelationship1", "typeCode", "REFR");
      reactionReference();
      xml.close(3);
    }
    if (drug.indication() != null) {
      indication(drug.indication());
    }
    if (drug.actionTaken() != null) {
      xml.open("inboundRelationship", "typeCode", "CAUS")
          .open("act", "classCode", "ACT", "moodCode", "EVN")
          .leaf("code", "code", drug.actionTaken().toString(), "codeSystem", Oid.ACTION_TAKEN)
          .close(2);
    }
    xml.close(2);
  }

  private void product(IcsrDrug drug) {
    xml.open("consumable", "typeCode", "CSM")
        .open("instanceOfKind", "classCode", "INST")
        .open("kindOfProduct", "classCode", "MMAT", "determinerCode", "KIND")
        .text("name", drug.name());
    if (drug.substance() != null) {
      xml.open("ingredient", "classCode", "ACTI")
          .open("ingredientSubstance", "classCode", "MMAT", "determinerCode", "KIND")
          .text("name", drug.substance())
          .close(2);
    }
    xml.close(1);
    if (drug.country() != null) {
      xml.open("subjectOf", "typeCode", "SBJ")
          .open("productEvent", "classCode", "ACT", "moodCode", "EVN")
          .leaf("code", "code", "1", "codeSystem", Oid.PRODUCT_EVENT, "displayName", "retailSupply")
          .open("performer", "typeCode", "PRF")
          .open("assignedEntity", "classCode", "ASSIGNED")
          .open("representedOrganization", "classCode", "ORG", "determinerCode", "INSTANCE")
          .open("addr")
          .text("country", drug.country())
          .close(6);
    }
    xml.close(2);
  }

  private void interval(String type, @Nullable Amount time) {
    if (time != null) {
      xml.open("outboundRelationship1", "typeCode", type)
          .leaf("pauseQuantity", "value", time.value(), "unit", time.unit());
      reactionReference();
      xml.close(1);
    }
  }

  private void reactionReference() {
    xml.open("actReference", "classCode", "OBS", "moodCode", "EVN")
        .leaf("id", "root", reaction)
        .close(1);
  }

  private XmlTree related(String type, String code, String words) {
    return xml.open("outboundRelationship2", "typeCode", type)
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.OBSERVATION, "displayName", words);
  }

  private void quantity(String type, String code, String words, @Nullable Amount amount) {
    if (amount != null) {
      related(type, code, words)
          .leaf("value", "xsi:type", "PQ", "value", amount.value(), "unit", amount.unit())
          .close(2);
    }
  }

  private void dosage(Dosage dosage) {
    xml.open("outboundRelationship2", "typeCode", "COMP")
        .open("substanceAdministration", "classCode", "SBADM", "moodCode", "EVN");
    ReactionWriter.times(xml, dosage.start(), dosage.last(), dosage.duration());
    if (dosage.route() != null) {
      xml.open("routeCode").text("originalText", dosage.route()).close(1);
    }
    if (dosage.dose() != null) {
      xml.leaf("doseQuantity", "value", dosage.dose().value(), "unit", dosage.dose().unit());
    }
    if (dosage.lot() != null) {
      xml.open("consumable", "typeCode", "CSM")
          .open("instanceOfKind", "classCode", "INST")
          .open("productInstanceInstance", "classCode", "MMAT", "determinerCode", "INSTANCE")
          .text("lotNumberText", dosage.lot())
          .close(1)
          .open("kindOfProduct", "classCode", "MMAT", "determinerCode", "KIND")
          .open("formCode")
          .leaf("originalText", "nullFlavor", "UNK")
          .close(4);
    }
    xml.close(2);
  }

  private void indication(Named indication) {
    Meddra term = indication.term();
    xml.open("inboundRelationship", "typeCode", "RSON")
        .open("observation", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", "19", "codeSystem", Oid.OBSERVATION, "displayName", "indication")
        .open(
            "value",
            "xsi:type",
            "CE",
            "code",
            term == null ? null : term.code(),
            "codeSystem",
            Oid.MEDDRA,
            "codeSystemVersion",
            term == null ? null : term.version())
        .text("originalText", indication.words())
        .close(1)
        .open("performer", "typeCode", "PRF")
        .open("assignedEntity", "classCode", "ASSIGNED")
        .leaf("code", "code", "3", "codeSystem", Oid.AUTHOR, "displayName", "sourceReporter")
        .close(4);
  }

  /** G.k.1 of every drug, then G.k.9.i.2.r of those that the clinic judged. */
  void assessments() {
    for (int k = 0; k < told.drugs().size(); k++) {
      assessment("20", "interventionCharacterization")
          .leaf(
              "value",
              "xsi:type",
              "CE",
              "code",
              Integer.toString(told.drugs().get(k).role()),
              "codeSystem",
              Oid.DRUG_ROLE);
      drugReference(k);
    }
    for (int k = 0; k < told.drugs().size(); k++) {
      Assessment judged = told.drugs().get(k).assessment();
      if (judged != null) {
        judged(judged, k);
      }
    }
  }

  private XmlTree assessment(String code, String words) {
    return xml.open("component", "typeCode", "COMP")
        .open("causalityAssessment", "classCode", "OBS", "moodCode", "EVN")
        .leaf("code", "code", code, "codeSystem", Oid.OBSERVATION, "displayName", words);
  }

  private void judged(Assessment judged, int k) {
    assessment("39", "causality");
    if (judged.result() != null) {
      xml.text("value", judged.result(), "xsi:type", "ST");
    }
    if (judged.method() != null) {
      xml.open("methodCode").text("originalText", judged.method()).close(1);
    }
    xml.open("author", "typeCode", "AUT")
        .open("assignedEntity", "classCode", "ASSIGNED")
        .open("code")
        .text("originalText", "clinic")
        .close(3)
        .open("subject1", "typeCode", "SUBJ")
        .open("adverseEffectReference", "classCode", "OBS", "moodCode", "EVN")
        .leaf("id", "root", reaction)
        .close(2);
    drugReference(k);
  }

  /** Ends the assessment by the drug that it is of. */
  private void drugReference(int k) {
    xml.open("subject2", "typeCode", "SUBJ")
        .open("productUseReference", "classCode", "SBADM", "moodCode", "EVN")
        .leaf("id", "root", reference(k))
        .close(4);
  }
}
