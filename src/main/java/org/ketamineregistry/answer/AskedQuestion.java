package org.ketamineregistry.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.ketamineregistry.privacy.Asking;
import org.ketamineregistry.privacy.Scope;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;

/**
 * A question as it is sent: {@code period-start}, {@code period-end}, {@code filter} with the parts
 * {@code dimension} and {@code band}, {@code stratifier} and {@code guide-version}.
 *
 * @param asking what is asked for
 * @param guideVersion the version of the guide that the asker works by
 */
public record AskedQuestion(Asking asking, String guideVersion) {
  private static final String START = "period-start";
  private static final String END = "period-end";
  private static final String FILTER = "filter";
  private static final String STRATIFIER = "stratifier";
  private static final String VERSION = "guide-version";
  private static final Set<String> PARAMETERS = Set.of(START, END, FILTER, STRATIFIER, VERSION);

  /**
   * Reads the parameters of a question.
   *
   * @param indicator the id of the Measure that was asked
   * @param asker where the question comes from
   * @throws Refused 400 where they are not as described
   */
  public static AskedQuestion of(String indicator, Parameters in, Scope asker) {
    if (!in.getParameter().stream().allMatch(one -> PARAMETERS.contains(one.getName()))) {
      throw invalid(
          "The parameters are period-start, period-end, filter, stratifier and guide-version.");
    }
    Map<String, String> filters = new HashMap<>();
    for (ParametersParameterComponent filter : named(in.getParameter(), FILTER)) {
      String before =
          filters.put(
              single(filter.getPart(), "dimension").orElseThrow(AskedQuestion::noFilter),
              single(filter.getPart(), "band").orElseThrow(AskedQuestion::noFilter));
      if (before != null) {
        throw Refused.because(
            ErrorCode.QUESTION_NOT_PUBLISHED, "Narrow or divide by each dimension only once.");
      }
    }
    List<String> stratifiers = new ArrayList<>();
    for (ParametersParameterComponent stratifier : named(in.getParameter(), STRATIFIER)) {
      stratifiers.add(
          text(stratifier)
              .orElseThrow(() -> invalid("The parameter stratifier is a code, a dimension.")));
    }
    return new AskedQuestion(
        new Asking(indicator, day(in, START), day(in, END), filters, stratifiers, asker),
        single(in.getParameter(), VERSION)
            .orElseThrow(
                () ->
                    invalid(
                        "The parameter guide-version is the version of the guide that you work by,"
                            + " once.")));
  }

  /** The same text for the same question, in whichever order it was sent. */
  public String canonical() {
    return "%s|%s|%s|%s|%s"
        .formatted(
            asking.indicator(),
            asking.start(),
            asking.end(),
            new TreeMap<>(asking.filters()),
            asking.stratifiers().stream().sorted().toList());
  }

  private static LocalDate day(Parameters in, String name) {
    try {
      return LocalDate.parse(single(in.getParameter(), name).orElse(""));
    } catch (DateTimeException e) {
      throw invalid("The parameter " + name + " is a date with year, month and day, once.");
    }
  }

  private static Refused noFilter() {
    return invalid("A filter has the parts dimension and band, each a code, once.");
  }

  private static Optional<String> single(List<ParametersParameterComponent> all, String name) {
    List<ParametersParameterComponent> found = named(all, name);
    return found.size() == 1 ? text(found.get(0)) : Optional.empty();
  }

  private static List<ParametersParameterComponent> named(
      List<ParametersParameterComponent> all, String name) {
    return all.stream().filter(one -> name.equals(one.getName())).toList();
  }

  private static Optional<String> text(ParametersParameterComponent parameter) {
    return Optional.ofNullable(parameter.getValue()).map(value -> value.primitiveValue());
  }

  private static Refused invalid(String words) {
    return Refused.because(ErrorCode.INVALID_REQUEST, words);
  }
}
