package org.ketamineregistry.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What the demonstration asks, by an analyst of one registry.
 *
 * @param words what is asked, for people
 * @param arguments the same, for the command {@code ask}
 */
record DemoQuestion(String words, List<String> arguments) {
  /** Of closed periods within the cohorts, so that the first cut has an answer. */
  static final List<DemoQuestion> ALL =
      List.of(
          new DemoQuestion(
              "How many patients were treated in 2025, by sex?",
              List.of("patients-treated", "--period", "2025", "--by", "sex")),
          new DemoQuestion(
              "How many adverse events were there to a session in 2025, by sex?",
              List.of("adverse-events", "--period", "2025", "--by", "sex")),
          new DemoQuestion(
              "How many patients were treated in 2025, by age?",
              List.of("patients-treated", "--period", "2025", "--by", "age-band")));

  /** The command by which somebody at a terminal asks the same. */
  List<String> command(CountryFolder at) {
    List<String> command = new ArrayList<>(List.of("ask"));
    command.addAll(arguments);
    command.addAll(List.of("--at", at.base().toString()));
    command.addAll(at.as(CountryFolder.ANALYST));
    return command;
  }
}
