package org.ketamineregistry.icsr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrDrug.Assessment;
import org.ketamineregistry.icsr.IcsrDrug.Dosage;

/** Reads G.k: the drugs of the patient's role, each with what is judged of it. */
final class DrugReader {
  private final XmlBranch role;
  private final XmlBranch assessment;

  DrugReader(XmlBranch role, XmlBranch assessment) {
    this.role = role;
    this.assessment = assessment;
  }

  List<IcsrDrug> all() throws UnreadableMessage {
    List<XmlBranch> found =
        role.all("subjectOf2/organizer")
            .filter(one -> one.isCoded("4", Oid.CATEGORY))
            .flatMap(one -> one.all("component/substanceAdministration"))
            .toList();
    for (XmlBranch drug : found) {
      if (role(drug).isEmpty() || name(drug) == null) {
        throw new UnreadableMessage("A drug of a case has no role or no name (G.k.1, G.k.2.2).");
      }
    }
    return found.stream().map(this::drug).toList();
  }

  private IcsrDrug drug(XmlBranch drug) {
    return new IcsrDrug(
        role(drug).orElseThrow(),
        Optional.ofNullable(name(drug)).orElseThrow(),
        drug.text("consumable/instanceOfKind/kindOfProduct/ingredient/ingredientSubstance/name"),
        drug.text(
            "consumable/instanceOfKind/subjectOf/productEvent/performer/assignedEntity"
                + "/representedOrganization/addr/country"),
        drug.one("outboundRelationship2/substanceAdministration")
            .map(DrugReader::dosage)
            .orElse(null),
        quantity(drug, "14"),
        quantity(drug, "16"),
        indication(drug),
        IcsrReader.number(drug.one("inboundRelationship/act/code")).orElse(null),
        judged(drug),
        IcsrReader.number(
                related(drug, "31").findFirst().flatMap(observation -> observation.one("value")))
            .orElse(null),
        related(drug, "9")
            .flatMap(observation -> IcsrReader.number(observation.one("value")).stream())
            .toList());
  }

  private static @Nullable String name(XmlBranch drug) {
    return drug.text("consumable/instanceOfKind/kindOfProduct/name");
  }

  private Stream<XmlBranch> ofDrug(XmlBranch drug, String code) {
    String id = drug.attribute("id", "root");
    return assessment
        .all("component/causalityAssessment")
        .filter(one -> one.isCoded(code, Oid.OBSERVATION))
        .filter(
            one ->
                id != null && id.equals(one.attribute("subject2/productUseReference/id", "root")));
  }

  private Optional<Integer> role(XmlBranch drug) {
    return IcsrReader.number(ofDrug(drug, "20").findFirst().flatMap(one -> one.one("value")));
  }

  private @Nullable Assessment judged(XmlBranch drug) {
    return ofDrug(drug, "39")
        .findFirst()
        .map(one -> new Assessment(one.text("methodCode/originalText"), one.text("value")))
        .orElse(null);
  }

  private static Stream<XmlBranch> related(XmlBranch drug, String code) {
    return drug.all("outboundRelationship2/observation")
        .filter(one -> one.isCoded(code, Oid.OBSERVATION));
  }

  private static @Nullable Amount quantity(XmlBranch drug, String code) {
    return related(drug, code)
        .findFirst()
        .flatMap(one -> one.one("value"))
        .map(IcsrReader::amount)
        .orElse(null);
  }

  private static @Nullable Named indication(XmlBranch drug) {
    return drug.all("inboundRelationship/observation")
        .filter(one -> one.isCoded("19", Oid.OBSERVATION))
        .flatMap(one -> one.all("value"))
        .filter(value -> value.text("originalText") != null)
        .map(
            value ->
                new Named(
                    Optional.ofNullable(value.text("originalText")).orElse(""),
                    IcsrReader.meddra(value)))
        .findFirst()
        .orElse(null);
  }

  private static Dosage dosage(XmlBranch dosage) {
    return new Dosage(
        dosage.one("doseQuantity").map(IcsrReader::amount).orElse(null),
        IcsrReader.start(dosage),
        IcsrReader.end(dosage),
        dosage.text("consumable/instanceOfKind/productInstanceInstance/lotNumberText"),
        dosage.text("routeCode/originalText"));
  }
}
