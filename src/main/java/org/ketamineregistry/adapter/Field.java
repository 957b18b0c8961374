package org.ketamineregistry.adapter;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record template, which a source fills.
 *
 * @param name its name in mappings
 * @param type what it takes
 * @param required whether the record cannot be made without it
 * @param preset what it is where the source gives nothing; null for nothing
 * @param codes of a code: each code and each name in kebab case, and what it stands for
 * @param kind of a record: which kind of record is meant
 * @param about what it means, with its unit
 */
public record Field(
    String name,
    FieldType type,
    boolean required,
    @Nullable String preset,
    Map<String, Code> codes,
    @Nullable String kind,
    String about) {
  /** A code in its system. */
  public record Code(String system, String code) {}

  /** Whether a text is one that the field takes; of a record every text may be a key. */
  public boolean takes(String text) {
    if (text.isBlank()) {
      return false;
    }
    if (type == FieldType.RECORD) {
      return true;
    }
    try {
      Value.read(this, text, ZoneOffset.UTC);
      return true;
    } catch (Value.Unreadable e) {
      return false;
    }
  }

  /** The code that a text stands for. */
  Optional<Code> code(String text) {
    Code exact = codes.get(text);
    return Optional.ofNullable(exact == null ? codes.get(kebab(text)) : exact);
  }

  /** The names of all codes, in the order of the value set. */
  public List<String> names() {
    Map<Code, String> names = new LinkedHashMap<>();
    codes.forEach((name, code) -> names.putIfAbsent(code, name));
    return List.copyOf(names.values());
  }

  /** A name as codes are looked up by: {@code Intravenous route} is {@code intravenous-route}. */
  static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
