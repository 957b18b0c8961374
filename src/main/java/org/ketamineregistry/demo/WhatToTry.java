package org.ketamineregistry.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ketamineregistry.profiles.GuideVersion;

/** What somebody can do with a network that runs, in commands to be copied. */
final class WhatToTry {
  private static final String PROGRAM = "java -jar target/ketamine-registry.jar ";

  private WhatToTry() {}

  static String words(NetworkDemo demo, Path folder, List<Country> countries) {
    CountryFolder first = demo.folder(countries.get(0));
    CountryFolder second = demo.folder(countries.get(1));
    Path network = folder.resolve("network");
    return """
    The registries:
    %s
    Ask for something else, and divide it:
      %s
    As JSON by curl, at the first registry:
      TOKEN=$(%stoken --at %s --scope 'purpose/PUBHLTH system/Measure.rs' %s)
      curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/fhir+json' \\
        -d '{"resourceType":"Parameters","parameter":[{"name":"period-start","valueDate":"2025-01-01"},{"name":"period-end","valueDate":"2025-12-31"},{"name":"guide-version","valueString":"%s"}]}' \\
        '%s/Measure/patients-treated/$ask-network'
    What the steward of the second sees of its own, exactly, where others get noise:
      TOKEN=$(%stoken --at %s --scope 'purpose/PUBHLTH system/*.rs' %s)
      the same curl at '%s/Measure/patients-treated/$evaluate-exact'
    Who is in the network, and by whose signature:
      %sdirectory show %s --signers %s
    The log of all is in %s. Ctrl-C stops everything; what was loaded is kept in %s.
    """
        .formatted(
            countries.stream().map(demo::folder).map(WhatToTry::line).collect(Collectors.joining()),
            PROGRAM
                + String.join(
                    " ",
                    new DemoQuestion(
                            "", List.of("adverse-events", "--period", "2025", "--by", "substance"))
                        .command(first)),
            PROGRAM,
            first.base(),
            String.join(" ", first.as(CountryFolder.ANALYST)),
            GuideVersion.own(),
            first.base(),
            PROGRAM,
            second.base(),
            String.join(" ", second.as(CountryFolder.STEWARD)),
            second.base(),
            PROGRAM,
            network.resolve("directory.jws"),
            network.resolve("signers.json"),
            folder.resolve("network-demo.log"),
            folder);
  }

  private static String line(CountryFolder of) {
    Country country = of.country();
    return "  %s  %s  %s, %d patients, withheld under %d, keys in %s%n"
        .formatted(
            country.id(),
            of.base(),
            country.name(),
            country.patients(),
            country.threshold(),
            of.root().resolve("keys"));
  }
}
