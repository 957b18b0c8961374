package org.ketamineregistry.adapter.fhir;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A source's codes for the guide's. A concept may have several codings; those that the mapping
 * knows have to mean the same. Patterns are matched in linear time, by the whole of a code.
 *
 * @param codes by {@code system|code}; a code that has no system by itself
 * @param otherwise what any other code means; null where it is refused
 * @param allowed what the field takes, for the words of a refusal
 */
record Codes(
    Map<String, String> codes,
    Map<Pattern, String> patterns,
    @Nullable String otherwise,
    List<String> allowed)
    implements ElementReading {
  private static final int LONGEST = 1_000;

  @Override
  public Optional<String> read(List<Base> found, Around around) throws Unfit {
    List<String> said = new ArrayList<>();
    found.forEach(element -> keys(element, said));
    if (said.isEmpty() && found.isEmpty()) {
      return Optional.ofNullable(codes.get(""));
    }
    Set<String> meant = new LinkedHashSet<>();
    said.forEach(key -> mean(key, meant));
    if (meant.size() > 1) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED,
          "The mapping takes its codes for "
              + String.join(" and for ", meant)
              + "; nobody can tell which. Make the path or the patterns narrower.");
    }
    if (meant.isEmpty() && otherwise == null) {
      throw new Unfit(
          ErrorCode.CODE_NOT_ALLOWED,
          "The mapping has no row for this code, or there is none. Add it, as system|code, with one"
              + " of: "
              + String.join(", ", allowed)
              + ".");
    }
    return Optional.ofNullable(meant.isEmpty() ? otherwise : meant.iterator().next());
  }

  private void mean(String key, Set<String> meant) {
    String code = codes.get(key);
    if (code != null) {
      meant.add(code);
    } else if (key.length() <= LONGEST) {
      patterns.forEach(
          (pattern, meaning) -> {
            if (pattern.matcher(key).matches()) {
              meant.add(meaning);
            }
          });
    }
  }

  private static void keys(Base element, List<String> keys) {
    if (element instanceof CodeableConcept concept) {
      concept.getCoding().forEach(coding -> keys(coding, keys));
    } else if (element instanceof Coding coding) {
      if (coding.hasCode()) {
        keys.add(
            coding.hasSystem() ? coding.getSystem() + "|" + coding.getCode() : coding.getCode());
      }
    } else {
      ElementReading.plain(element).ifPresent(keys::add);
    }
  }
}
