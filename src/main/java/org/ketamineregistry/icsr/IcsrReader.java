package org.ketamineregistry.icsr;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amendment;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Report;
import org.ketamineregistry.icsr.IcsrCase.Reporter;
import org.ketamineregistry.icsr.IcsrCase.Sender;

/**
 * Reads the cases of a batch of HL7 v3 back. What the guide does not map is passed over; a case
 * that has no part of its own for what a case needs, or more than one reaction, is refused.
 */
public final class IcsrReader {
  private final XmlBranch event;
  private final XmlBranch role;
  private final XmlBranch assessment;

  private IcsrReader(XmlBranch message) throws UnreadableMessage {
    event = need(message.one("controlActProcess/subject/investigationEvent"), "investigationEvent");
    assessment = need(event.one("component/adverseEventAssessment"), "adverseEventAssessment");
    role = need(assessment.one("subject1/primaryRole"), "primaryRole");
  }

  /**
   * Reads a batch.
   *
   * @throws UnreadableMessage where it is no batch of E2B(R3), hostile, or lacks what a case needs
   */
  public static List<IcsrCase> read(InputStream in) throws IOException, UnreadableMessage {
    XmlBranch batch = XmlBranch.read(in, "MCCI_IN200100UV01");
    var cases = new ArrayList<IcsrCase>();
    for (XmlBranch message : batch.all("PORR_IN049016UV").toList()) {
      try {
        cases.add(new IcsrReader(message).told(message));
      } catch (IllegalArgumentException e) {
        throw new UnreadableMessage("A case has a number or a date that is none.", e);
      }
    }
    return List.copyOf(cases);
  }

  private IcsrCase told(XmlBranch message) throws UnreadableMessage {
    Reaction reaction = reaction();
    var patient = new PatientReader(role);
    return new IcsrCase(
        report(message),
        reporter(),
        sender(),
        patient.subject(reaction),
        reaction,
        patient.tests(),
        new DrugReader(role, assessment).all(),
        Optional.ofNullable(event.text("text")).orElse(""));
  }

  private Report report(XmlBranch message) throws UnreadableMessage {
    return new Report(
        need(
            event
                .all("id")
                .filter(id -> Oid.CASE.equals(id.attribute("root")))
                .map(id -> id.attribute("extension"))
                .findFirst(),
            "C.1.1"),
        need(date(message, "controlActProcess/effectiveTime"), "C.1.2"),
        need(number(characteristic("1").flatMap(one -> one.one("value"))), "C.1.3"),
        date(event, "effectiveTime/low").orElse(null),
        date(event, "availabilityTime").orElse(null),
        event
            .all("component/observationEvent")
            .filter(one -> one.isCoded("23", Oid.OBSERVATION))
            .anyMatch(one -> "true".equals(one.attribute("value", "value"))),
        linked(),
        amendment());
  }

  private List<String> linked() {
    return event
        .all("outboundRelationship/relatedInvestigation")
        .filter(one -> "NA".equals(one.attribute("code", "nullFlavor")))
        .flatMap(one -> one.all("subjectOf2/controlActEvent/id"))
        .filter(id -> Oid.FIRST_CASE.equals(id.attribute("root")))
        .flatMap(id -> Optional.ofNullable(id.attribute("extension")).stream())
        .toList();
  }

  private @Nullable Amendment amendment() {
    Integer kind = number(characteristic("3").flatMap(one -> one.one("value"))).orElse(null);
    String reason = characteristic("4").map(one -> one.text("value/originalText")).orElse("");
    return kind == null ? null : new Amendment(kind, reason);
  }

  private Optional<XmlBranch> characteristic(String code) {
    return event
        .all("subjectOf2/investigationCharacteristic")
        .filter(one -> one.isCoded(code, Oid.CHARACTERISTIC))
        .findFirst();
  }

  private Reporter reporter() {
    return event
        .all("outboundRelationship/relatedInvestigation")
        .filter(one -> one.isCoded("2", Oid.INVESTIGATION))
        .flatMap(one -> one.all("subjectOf2/controlActEvent/author/assignedEntity"))
        .findFirst()
        .map(
            one ->
                new Reporter(
                    organisation(one),
                    one.attribute("assignedPerson/asLocatedEntity/location/code", "code"),
                    number(one.one("assignedPerson/asQualifiedEntity/code")).orElse(null)))
        .orElseGet(() -> new Reporter(null, null, null));
  }

  private static @Nullable String organisation(XmlBranch entity) {
    return entity.text("representedOrganization/assignedEntity/representedOrganization/name");
  }

  private Sender sender() throws UnreadableMessage {
    XmlBranch entity =
        need(
            event
                .all("subjectOf1/controlActEvent/author/assignedEntity")
                .filter(one -> Oid.SENDER_TYPE.equals(one.attribute("code", "codeSystem")))
                .findFirst(),
            "C.3");
    return new Sender(
        need(number(entity.one("code")), "C.3.1"),
        Optional.ofNullable(organisation(entity)).orElse(""));
  }

  private Reaction reaction() throws UnreadableMessage {
    List<XmlBranch> reactions =
        role.all("subjectOf2/observation")
            .filter(one -> one.isCoded("29", Oid.OBSERVATION))
            .toList();
    if (reactions.size() != 1) {
      throw new UnreadableMessage(
          "A case has %d reactions; an event of the registry is one.".formatted(reactions.size()));
    }
    XmlBranch reaction = reactions.get(0);
    Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      if ("true".equals(related(reaction, criterion.observation(), "value"))) {
        criteria.add(criterion);
      }
    }
    String confirmed = related(reaction, "24", "value");
    return new Reaction(
        new Named(
            reaction
                .all("outboundRelationship2/observation")
                .filter(one -> one.isCoded("30", Oid.OBSERVATION))
                .flatMap(one -> Optional.ofNullable(one.text("value")).stream())
                .findFirst()
                .orElse(""),
            reaction.one("value").map(IcsrReader::meddra).orElse(null)),
        Collections.unmodifiableSet(criteria),
        start(reaction),
        end(reaction),
        outcome(related(reaction, "27", "code")),
        confirmed == null ? null : Boolean.valueOf(confirmed),
        reaction.attribute("location/locatedEntity/locatedPlace/code", "code"));
  }

  private static int outcome(@Nullable String code) throws UnreadableMessage {
    int outcome = code == null || !code.matches("[0-5]") ? -1 : Integer.parseInt(code);
    if (outcome < 0) {
      throw new UnreadableMessage("A case has no outcome of the reaction (E.i.7).");
    }
    return outcome;
  }

  private static @Nullable String related(XmlBranch observation, String code, String attribute) {
    return observation
        .all("outboundRelationship2/observation")
        .filter(one -> one.isCoded(code, Oid.OBSERVATION))
        .flatMap(one -> Optional.ofNullable(one.attribute("value", attribute)).stream())
        .findFirst()
        .orElse(null);
  }

  /** When something began, alone or as the first of two intervals. */
  static @Nullable String start(XmlBranch holder) {
    return date(holder, "effectiveTime/low")
        .or(() -> date(holder, "effectiveTime/comp/low"))
        .orElse(null);
  }

  static @Nullable String end(XmlBranch holder) {
    return date(holder, "effectiveTime/high")
        .or(() -> date(holder, "effectiveTime/comp/high"))
        .orElse(null);
  }

  /**
   * A date at the end of a path.
   *
   * @throws IllegalArgumentException where it is none
   */
  static Optional<String> date(XmlBranch holder, String path) {
    Optional<String> value = Optional.ofNullable(holder.attribute(path, "value"));
    if (value.filter(date -> !E2bDate.isDate(date)).isPresent()) {
      throw new IllegalArgumentException(path);
    }
    return value;
  }

  static Amount amount(XmlBranch quantity) {
    return new Amount(
        Elements.number(
            new BigDecimal(Optional.ofNullable(quantity.attribute("value")).orElse("none"))),
        Optional.ofNullable(quantity.attribute("unit")).orElse("1"));
  }

  static Optional<Integer> number(Optional<XmlBranch> coded) {
    return coded.map(one -> one.attribute("code")).map(Integer::valueOf);
  }

  /** The term of MedDRA that an element has; null where it has none. */
  static @Nullable Meddra meddra(XmlBranch coded) {
    String code = coded.attribute("code");
    String version = coded.attribute("codeSystemVersion");
    return code != null && version != null && Oid.MEDDRA.equals(coded.attribute("codeSystem"))
        ? new Meddra(code, version)
        : null;
  }

  private static <T> T need(Optional<T> found, String what) throws UnreadableMessage {
    return found.orElseThrow(() -> new UnreadableMessage("A case has no " + what + "."));
  }
}
