package org.ketamineregistry.adapter.hl7v2;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ketamineregistry.adapter.Part;
import org.ketamineregistry.adapter.hl7v2.Observed.Kind;

/** What a configuration says that observations are. */
record FeedObservations(FeedCodes codes) {
  private static final Pattern DAYS = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");
  private static final String INSTRUMENT = "instrument";
  private static final String RECALL_DAYS = "recall-days";
  private static final String TEST = "test";

  /** What LOINC says without anybody's declaration. */
  private static final Map<String, Observed> KNOWN =
      Map.ofEntries(
          Map.entry("8480-6^LN", Observed.of(Kind.SYSTOLIC)),
          Map.entry("8462-4^LN", Observed.of(Kind.DIASTOLIC)),
          Map.entry("29463-7^LN", Observed.of(Kind.BODY_WEIGHT)),
          Map.entry("8867-4^LN", Observed.of(Kind.HEART_RATE)),
          Map.entry("2708-6^LN", Observed.of(Kind.OXYGEN_SATURATION)),
          Map.entry("59408-5^LN", Observed.of(Kind.OXYGEN_SATURATION)),
          Map.entry("1742-6^LN", liver("1742-6")),
          Map.entry("1920-8^LN", liver("1920-8")),
          Map.entry("2324-2^LN", liver("2324-2")),
          Map.entry("6768-6^LN", liver("6768-6")),
          Map.entry("14631-6^LN", liver("14631-6")),
          Map.entry("1975-2^LN", liver("1975-2")));

  Map<String, Observed> read(Part root) {
    Map<String, Observed> all = new LinkedHashMap<>(KNOWN);
    root.map("observations")
        .forEach(
            (code, said) ->
                all.put(code, observed(said.only("is", INSTRUMENT, RECALL_DAYS, TEST))));
    return all;
  }

  private Observed observed(Part part) {
    String is = part.at("is").oneOf(Arrays.stream(Kind.values()).map(Kind::text).sorted().toList());
    Kind kind =
        Arrays.stream(Kind.values()).filter(one -> one.text().equals(is)).findFirst().orElseThrow();
    for (String name : List.of(INSTRUMENT, RECALL_DAYS)) {
      if (kind != Kind.DEPRESSION_SCORE && part.has(name)) {
        part.at(name).mistake("is said of a depression-score alone.");
      }
    }
    if (kind != Kind.LIVER_FUNCTION && part.has(TEST)) {
      part.at(TEST).mistake("is said of liver-function alone.");
    }
    return switch (kind) {
      case DEPRESSION_SCORE ->
          new Observed(
              kind,
              part.at(INSTRUMENT).oneOf(codes.allowed("depression-score", INSTRUMENT)),
              part.required(RECALL_DAYS, DAYS, "how many days its questions are about"));
      case LIVER_FUNCTION ->
          new Observed(kind, part.at(TEST).oneOf(codes.allowed("liver-function", TEST)), null);
      default -> Observed.of(kind);
    };
  }

  private static Observed liver(String test) {
    return new Observed(Kind.LIVER_FUNCTION, test, null);
  }
}
