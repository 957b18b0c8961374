package org.ketamineregistry.server;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.network.Directory;
import org.ketamineregistry.network.DirectoryReader;
import org.ketamineregistry.network.Member;
import org.ketamineregistry.network.NetworkQuestion;
import org.ketamineregistry.privacy.Asking;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.privacy.Lattice;
import org.ketamineregistry.privacy.QuestionRefused;
import org.ketamineregistry.privacy.Scope;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/** Reads the parameters of {@code $ask-network}. */
final class NetworkQuestions {
  private static final Map<String, Duration> UNITS =
      Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "ms", Duration.ofMillis(1));

  private final Lattice lattice;
  private final String guideVersion;
  private final NetworkSettings settings;
  private final Clock clock;

  NetworkQuestions(Lattice lattice, String guideVersion, NetworkSettings settings, Clock clock) {
    this.lattice = lattice;
    this.guideVersion = guideVersion;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The question in the parameters.
   *
   * @throws Refused 400 where it is none of the lattice, or of another version of the guide
   */
  NetworkQuestion question(String indicator, Parameters in) {
    if (!guideVersion.equals(text(in.getParameter(), "guide-version"))) {
      throw refused(
          "The parameter guide-version is %s: this registry works by it.".formatted(guideVersion));
    }
    Map<String, String> filters = new HashMap<>();
    for (ParametersParameterComponent filter : named(in, "filter")) {
      if (filters.put(text(filter.getPart(), "dimension"), text(filter.getPart(), "band"))
          != null) {
        throw refused("Narrow by each dimension only once.");
      }
    }
    List<String> stratifiers =
        named(in, "stratifier").stream()
            .map(ParametersParameterComponent::getValue)
            .map(NetworkQuestions::primitive)
            .toList();
    try {
      return NetworkQuestion.of(
          lattice.question(
              new Asking(
                  indicator,
                  day(in, "period-start"),
                  day(in, "period-end"),
                  filters,
                  stratifiers,
                  Scope.NETWORK),
              CutSchedule.weekly(),
              clock.instant()),
          guideVersion);
    } catch (QuestionRefused e) {
      throw refused(e.words());
    }
  }

  /**
   * The members that are to be asked: those that are named, or all.
   *
   * @throws Refused 400 where one is named that is not in the directory, 404 where there is none
   */
  List<Member> members(Directory directory, Parameters in) {
    Set<String> wanted = Set.copyOf(named(in, "member").stream().map(this::member).toList());
    if (!directory.members().keySet().containsAll(wanted)) {
      throw refused("A member that is named is not in the network's directory.");
    }
    List<Member> members =
        directory.all().stream()
            .filter(member -> wanted.isEmpty() || wanted.contains(member.id()))
            .toList();
    if (members.isEmpty()) {
      throw Refused.because(
          ErrorCode.NETWORK_NOT_JOINED, "The network's directory has no member to ask.");
    }
    return members;
  }

  private String member(ParametersParameterComponent parameter) {
    if (parameter.getValue() instanceof Identifier identifier
        && DirectoryReader.memberSystem().equals(identifier.getSystem())
        && identifier.hasValue()) {
      return identifier.getValue();
    }
    throw refused(
        "The parameter member is an Identifier with system "
            + DirectoryReader.memberSystem()
            + ".");
  }

  /**
   * How long to wait for members.
   *
   * @throws Refused 400 where it is no such time
   */
  Duration deadline(Parameters in) {
    List<ParametersParameterComponent> asked = named(in, "deadline");
    if (asked.isEmpty()) {
      return settings.deadline();
    }
    if (asked.get(0).getValue() instanceof Quantity quantity
        && quantity.hasValue()
        && UNITS.containsKey(String.valueOf(quantity.getCode()))) {
      BigDecimal milliseconds =
          quantity
              .getValue()
              .multiply(
                  BigDecimal.valueOf(
                      UNITS.getOrDefault(quantity.getCode(), Duration.ZERO).toMillis()));
      if (milliseconds.compareTo(BigDecimal.valueOf(1_000)) >= 0
          && milliseconds.compareTo(BigDecimal.valueOf(settings.longestDeadline().toMillis()))
              <= 0) {
        return Duration.ofMillis(milliseconds.longValue());
      }
    }
    throw refused(
        "The parameter deadline is a Duration of 1 second to %d seconds, with the code s or min."
            .formatted(settings.longestDeadline().toSeconds()));
  }

  private static LocalDate day(Parameters in, String name) {
    try {
      return LocalDate.parse(text(in.getParameter(), name));
    } catch (DateTimeException e) {
      throw refused("The parameter " + name + " is a date: year, month and day.");
    }
  }

  private static List<ParametersParameterComponent> named(Parameters in, String name) {
    return in.getParameter().stream().filter(one -> name.equals(one.getName())).toList();
  }

  private static String text(List<ParametersParameterComponent> parameters, String name) {
    return parameters.stream()
        .filter(parameter -> name.equals(parameter.getName()))
        .flatMap(parameter -> Stream.ofNullable(parameter.getValue()))
        .map(NetworkQuestions::primitive)
        .findFirst()
        .orElseThrow(() -> refused("The parameter " + name + " is missing."));
  }

  private static String primitive(Type value) {
    if (value != null && value.isPrimitive() && value.hasPrimitiveValue()) {
      return value.primitiveValue();
    }
    throw refused("Periods, dimensions, bands and versions are single values.");
  }

  private static Refused refused(String words) {
    return Refused.because(ErrorCode.INVALID_REQUEST, words);
  }
}
