package org.ketamineregistry.adapter.fhir;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.ketamineregistry.adapter.mapping.Unfit;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * A part of a key. A resource and a reference to it say the same: the id. A reference to another
 * server says its whole address, since the same id may be another's there.
 *
 * @param base of the source, without a slash at its end; empty where it is not said
 * @param types of the resources that make the record which a reference has to lead to; empty where
 *     any will do
 */
record KeyPart(String base, Set<String> types) implements ElementReading.OfOne {
  private static final Pattern RELATIVE =
      Pattern.compile(
          "([A-Z][A-Za-z]{1,60})/([A-Za-z0-9.\\-]{1,64})(/_history/[A-Za-z0-9.\\-]{1,64})?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://\\S{1,500}?/([A-Z][A-Za-z]{1,60})/[A-Za-z0-9.\\-]{1,64}");

  @Override
  public Optional<String> read(Base element, ElementReading.Around around) throws Unfit {
    if (element instanceof Reference reference) {
      return reference.hasReference()
          ? Optional.of(target(reference.getReference()))
          : Optional.empty();
    }
    if (element instanceof IdType id) {
      return Optional.ofNullable(id.getIdPart());
    }
    return ElementReading.plain(element);
  }

  private String target(String reference) throws Unfit {
    boolean own = !base.isEmpty() && reference.startsWith(base + "/");
    var relative = RELATIVE.matcher(own ? reference.substring(base.length() + 1) : reference);
    var absolute = ABSOLUTE.matcher(reference);
    if (relative.matches()) {
      hold(relative.group(1));
      return relative.group(2);
    }
    if (absolute.matches()) {
      hold(absolute.group(1));
      return reference;
    }
    throw new Unfit(
        ErrorCode.VALUE_INVALID,
        "It has to lead to a resource by its type and id. What is contained, or is known by an"
            + " identifier alone, has no id for ever; name another path for the key.");
  }

  private void hold(String type) throws Unfit {
    if (!types.isEmpty() && !types.contains(type)) {
      throw new Unfit(
          ErrorCode.REFERENCE_WRONG_TYPE,
          "It leads to a resource of another type than the mapping makes this record of: "
              + String.join(" or ", types)
              + ".");
    }
  }
}
