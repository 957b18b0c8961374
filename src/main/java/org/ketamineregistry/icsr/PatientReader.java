package org.ketamineregistry.icsr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Death;
import org.ketamineregistry.icsr.IcsrCase.Episode;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrCase.Subject;
import org.ketamineregistry.icsr.IcsrCase.Test;

/** Reads D and F.r of the patient's role. */
final class PatientReader {
  private static final String PLAYER = "player1";

  private final XmlBranch role;

  PatientReader(XmlBranch role) {
    this.role = role;
  }

  Subject subject(Reaction reaction) {
    return new Subject(
        role.all(PLAYER + "/asIdentifiedEntity/id")
            .filter(id -> Oid.RECORD_NUMBER.equals(id.attribute("root")))
            .map(id -> Optional.ofNullable(id.attribute("extension")))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null),
        observation("3")
            .map(one -> one.attribute("value", "value"))
            .map(Integer::valueOf)
            .orElse(null),
        observation("7").map(one -> one.attribute("value", "value")).orElse(null),
        IcsrReader.number(role.one(PLAYER + "/administrativeGenderCode")).orElse(null),
        organizer("1")
            .flatMap(one -> one.all("component/observation"))
            .filter(one -> Oid.MEDDRA.equals(one.attribute("code", "codeSystem")))
            .map(PatientReader::episode)
            .toList(),
        organizer("1")
            .flatMap(one -> one.all("component/observation"))
            .filter(one -> one.isCoded("11", Oid.OBSERVATION))
            .anyMatch(one -> "true".equals(one.attribute("value", "value"))),
        organizer("2")
            .flatMap(
                one ->
                    one.all(
                        "component/substanceAdministration/consumable/instanceOfKind"
                            + "/kindOfProduct"))
            .flatMap(product -> Optional.ofNullable(product.text("name")).stream())
            .toList(),
        death(reaction));
  }

  private @Nullable Death death(Reaction reaction) {
    Optional<XmlBranch> cause = observation("32");
    Optional<XmlBranch> died = role.one(PLAYER + "/deceasedTime");
    if (cause.isEmpty() && died.isEmpty()) {
      return null;
    }
    return new Death(
        IcsrReader.date(role, PLAYER + "/deceasedTime").orElse(null),
        cause.flatMap(one -> one.one("value")).map(one -> named(one, reaction)).orElse(null));
  }

  private static Named named(XmlBranch value, Reaction reaction) {
    String words = value.text("originalText");
    return new Named(words == null ? reaction.name().words() : words, IcsrReader.meddra(value));
  }

  private static Episode episode(XmlBranch observation) {
    return new Episode(
        new Named(
            observation
                .all("outboundRelationship2/observation")
                .filter(one -> one.isCoded("10", Oid.OBSERVATION))
                .flatMap(one -> Optional.ofNullable(one.text("value")).stream())
                .findFirst()
                .orElse(""),
            observation.one("code").map(IcsrReader::meddra).orElse(null)),
        IcsrReader.date(observation, "effectiveTime/low").orElse(null),
        IcsrReader.date(observation, "effectiveTime/high").orElse(null));
  }

  List<Test> tests() {
    return organizer("3").flatMap(one -> one.all("component/observation")).map(this::test).toList();
  }

  private Test test(XmlBranch observation) {
    return new Test(
        IcsrReader.date(observation, "effectiveTime").orElse(null),
        new Named(
            Optional.ofNullable(observation.text("code/originalText")).orElse(""),
            observation.one("code").map(IcsrReader::meddra).orElse(null)),
        IcsrReader.number(observation.one("interpretationCode")).orElse(null),
        observation.one("value/center").map(IcsrReader::amount).orElse(null),
        observation.text("value"),
        limit(observation, "L"),
        limit(observation, "H"));
  }

  private static @Nullable String limit(XmlBranch observation, String code) {
    return observation
        .all("referenceRange/observationRange")
        .filter(one -> code.equals(one.attribute("interpretationCode", "code")))
        .flatMap(one -> Optional.ofNullable(one.attribute("value", "value")).stream())
        .findFirst()
        .orElse(null);
  }

  private Optional<XmlBranch> observation(String code) {
    return role.all("subjectOf2/observation")
        .filter(one -> one.isCoded(code, Oid.OBSERVATION))
        .findFirst();
  }

  private Stream<XmlBranch> organizer(String code) {
    return role.all("subjectOf2/organizer").filter(one -> one.isCoded(code, Oid.CATEGORY));
  }
}
