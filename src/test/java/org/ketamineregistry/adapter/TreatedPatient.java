package org.ketamineregistry.adapter;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A patient with both consents and a course, of which a feed of messages does not tell.
 *
 * @param site the clinic that treats
 * @param number by which the clinic knows the patient; its course is {@code C-} and the number
 */
public record TreatedPatient(Site site, String number) {
  /** All that the registry has to know before a session. */
  public String transaction() {
    Draft draft = draft();
    add(draft, "patient", number, Map.of("sex", "female", "born", "1982"));
    add(draft, "sharing-consent", number, decided("2026-09-01", "national-registry", "permit"));
    add(draft, "treatment-consent", number, decided("2026-09-01", "written", "true"));
    add(
        draft,
        "course",
        "C-" + number,
        Map.of(
            "patient", number,
            "started", "2026-09-01",
            "indication", "treatment-resistant-depression",
            "failed-treatments", "3"));
    return draft.bundle().toString();
  }

  /** That the patient has denied the national registry on a later day. */
  public String denial() {
    Draft draft = draft();
    add(draft, "sharing-consent", number, decided("2026-09-02", "national-registry", "deny"));
    return draft.bundle().toString();
  }

  private Draft draft() {
    return new Draft(site, GuideTemplates.read());
  }

  private Map<String, String> decided(String day, String what, String how) {
    return Map.of(
        "patient",
        number,
        "decided",
        day + "T10:00",
        "capacity",
        "has-capacity",
        "capacity-assessed",
        day,
        what,
        how);
  }

  private static void add(Draft draft, String kind, String key, Map<String, String> fields) {
    draft.add(
        kind,
        new Given(key, "test"),
        fields.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> new Given(e.getValue(), "test"))));
  }
}
